import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { type Browser, chromium } from '@playwright/test'
import { z } from 'zod'
import { systemChromium } from '@/scripts/browser.mjs'
import { fetchEncoded } from './ask'
import { freePort } from '@/e2e/server'
import { folder, run } from './children'
import { discuss, listSlugs, newDataDir, openDiscussions, startMasthead } from './masthead'
import { atLeast, atMost, type Findings } from './report'
import { median } from './statistics'

const COMMENTS = 50
const KINDS = ['Document', 'Stylesheet', 'Font', 'Image', 'Script'] as const
const CATEGORIES = ['performance', 'accessibility', 'best-practices', 'seo'] as const
const ROUNDS = 3
const KB = 1024

/** What a phone has to load for a page, and what Lighthouse says of it. */
export async function weight(): Promise<Findings> {
  const site = await startMasthead(newDataDir('weight'))
  await openDiscussions(site)
  const [slug = ''] = listSlugs(site, 1)
  const pages = { home: '/', article: await discuss(site, slug, COMMENTS) }
  const port = await freePort()
  const browser = await chromium.launch({
    executablePath: systemChromium(),
    args: ['--no-sandbox', '--disable-gpu', '--disable-quic', `--remote-debugging-port=${port}`],
  })
  try {
    const measured: Measured[] = []
    for (const [name, path] of Object.entries(pages)) {
      const url = site.url + path
      const html = (await fetchEncoded(url, 'br')).length
      measured.push({
        name,
        html,
        bytes: await transferred(browser, url),
        verdict: await lighthouse(url, port),
      })
    }
    return findings(measured)
  } finally {
    await browser.close()
  }
}

type Scores = Record<(typeof CATEGORIES)[number], number>
/** Scores of 100, and the audits that took something off in the last run. */
type Verdict = { scores: Scores; short: string[] }
type Measured = { name: string; html: number; bytes: Map<string, number>; verdict: Verdict }

const findings = (pages: Measured[]): Findings => ({
  how: `Bytes that Chromium receives for a first visit on a phone (412 × 915, twice the pixels), bodies alone, in brotli where \
it helps, before any scrolling. The article has ${COMMENTS} comments. Lighthouse as it comes, mobile, median of ${ROUNDS}.`,
  tables: [
    {
      columns: ['bytes', ...KINDS.map((kind) => kind.toLowerCase())],
      rows: pages.map(({ name, bytes }) => [name, ...KINDS.map((kind) => bytes.get(kind) ?? 0)]),
    },
    {
      columns: ['Lighthouse', ...CATEGORIES, 'falls short in'],
      rows: pages.map(({ name, verdict: { scores, short } }) => [
        name,
        ...CATEGORIES.map((category) => scores[category]),
        short.join(', ') || '-',
      ]),
    },
  ],
  checks: pages.flatMap(({ name, html, bytes, verdict }) => [
    ...(name === 'article' ? [atMost(`article, HTML in brotli`, html / KB, 15, ' KB')] : []),
    atMost(`${name}, CSS`, (bytes.get('Stylesheet') ?? 0) / KB, 12, ' KB'),
    atMost(`${name}, script`, (bytes.get('Script') ?? 0) / KB, 3, ' KB'),
    atLeast(`${name}, the lowest of Lighthouse's four`, Math.min(...Object.values(verdict.scores)), 100),
  ]),
})

/** Bytes by kind of what a page loads by itself, as compressed, without the fields above the bodies. */
async function transferred(browser: Browser, url: string): Promise<Map<string, number>> {
  const context = await browser.newContext({ viewport: { width: 412, height: 915 }, deviceScaleFactor: 2 })
  const page = await context.newPage()
  const devtools = await context.newCDPSession(page)
  const begun = new Map<string, { kind: string; head: number }>()
  const bytes = new Map<string, number>()
  devtools.on('Network.responseReceived', ({ requestId, type, response }) =>
    begun.set(requestId, { kind: type, head: response.encodedDataLength }),
  )
  devtools.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
    const { kind, head } = begun.get(requestId) ?? { kind: 'Other', head: 0 }
    bytes.set(kind, (bytes.get(kind) ?? 0) + encodedDataLength - head)
  })
  await devtools.send('Network.enable')
  await page.goto(url, { waitUntil: 'networkidle' })
  await context.close()
  return bytes
}

const report = z.object({
  categories: z.record(
    z.enum(CATEGORIES),
    z.object({ score: z.number(), auditRefs: z.array(z.object({ id: z.string(), weight: z.number() })) }),
  ),
  audits: z.record(z.string(), z.object({ score: z.number().nullable() })),
})
type Report = z.infer<typeof report>

async function lighthouse(url: string, port: number): Promise<Verdict> {
  const program = fileURLToPath(import.meta.resolve('lighthouse/cli/index.js'))
  const file = join(folder, 'lighthouse.json')
  const reports: Report[] = []
  for (let round = 0; round < ROUNDS; round++) {
    await run(process.execPath, [
      ...[program, url, '--quiet', `--port=${port}`],
      ...['--output=json', `--output-path=${file}`, `--only-categories=${CATEGORIES.join()}`],
    ])
    reports.push(report.parse(JSON.parse(readFileSync(file, 'utf8'))))
  }
  const score = (category: (typeof CATEGORIES)[number]) =>
    Math.round(100 * median(reports.map(({ categories }) => categories[category].score)))
  return {
    scores: {
      performance: score('performance'),
      accessibility: score('accessibility'),
      'best-practices': score('best-practices'),
      seo: score('seo'),
    },
    short: reports.slice(-1).flatMap(shortcomings),
  }
}

const shortcomings = ({ categories, audits }: Report): string[] =>
  Object.values(categories).flatMap(({ auditRefs }) =>
    auditRefs.flatMap(({ id, weight }) => (weight > 0 && (audits[id]?.score ?? 1) < 0.9 ? [id] : [])),
  )
