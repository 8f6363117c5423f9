import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { listShared, pagesOf } from './pages'
import type { Measured } from './report'
import { LIMITS, report } from './report'
import type { Site } from './site'
import { masthead, startSite } from './site'

const { values } = parseArgs({
  options: {
    articles: { type: 'string', default: '100000' },
    comments: { type: 'string', default: '1000000' },
    rounds: { type: 'string', default: '40' },
  },
})
const WARM_UP = 5

const folder = mkdtempSync(join(tmpdir(), 'masthead-bench-'))
const [small, large] = ['small', 'large'].map((name) => join(folder, name))
if (!small || !large) throw new Error('There are two sites')
for (const dataDir of [small, large]) mkdirSync(dataDir)
const running: Site[] = []

try {
  console.log(`Filling a site with ${values.articles} articles and ${values.comments} comments.`)
  const filling = performance.now()
  masthead(large, 'fill', '--articles', values.articles, '--comments', values.comments, '--seed', '1')
  const fillSeconds = (performance.now() - filling) / 1000
  const start = async (dataDir: string) => {
    const site = await startSite(dataDir)
    running.push(site)
    return site
  }
  const sites = { small: await start(small), large: await start(large) }
  const measured = await measure(sites, Number(values.rounds))
  const result = { ...values, fillSeconds, measured, memory: sites.large.memory() }

  const text = report(result)
  console.log(text)
  writeFileSync('bench/results.md', text)
  const tooSlow = measured.some(({ held, small, large }) => held && large / small > LIMITS.ratio)
  process.exitCode = tooSlow || (result.memory ?? 0) > LIMITS.memory ? 1 : 0
} finally {
  await Promise.all(running.map((site) => site.stop()))
  rmSync(folder, { recursive: true, force: true })
}

/** Turn and turn about, so that whatever else the machine does slows both alike. */
async function measure({ small, large }: { small: Site; large: Site }, rounds: number): Promise<Measured[]> {
  const measured: Measured[] = []
  for (const { name, held, time } of pagesOf(await listShared(small))) {
    const times = { small: [] as number[], large: [] as number[] }
    for (let round = -WARM_UP; round < rounds; round++) {
      const took = { small: await time(small, round + WARM_UP), large: await time(large, round + WARM_UP) }
      if (round < 0) continue
      times.small.push(took.small)
      times.large.push(took.large)
    }
    measured.push({ name, held, small: median(times.small), large: median(times.large) })
  }
  return measured
}

function median(times: number[]): number {
  const sorted = times.toSorted((a, b) => a - b)
  return sorted[sorted.length >> 1] ?? NaN
}
