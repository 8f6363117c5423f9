import { execFileSync } from 'node:child_process'
import { cpus, totalmem } from 'node:os'

export type Measured = { name: string; held: boolean; small: number; large: number }

/** How much slower a page of the large site may be, and what its server may keep in memory, in megabytes. */
export const LIMITS = { ratio: 1.5, memory: 250 }

type Result = {
  articles: string
  comments: string
  rounds: string
  fillSeconds: number
  measured: Measured[]
  memory: number | null
}

export const report = (result: Result): string => `# Measured

${Number(result.articles).toLocaleString('en')} articles and ${Number(result.comments).toLocaleString('en')} comments \
against the starter content: pages as they are rendered when nothing is kept of them, from the request to the last \
byte, median of ${result.rounds}, in milliseconds. A page without a limit has more to show on the full site. Made by
\`npm run bench\`.

| page | starter content | full | ratio | at most |
|---|---:|---:|---:|---:|
${result.measured.map(row).join('\n')}

- Filling took ${result.fillSeconds.toFixed(0)} s.
- The server of the full site keeps ${result.memory?.toFixed(0) ?? '?'} MB of its own (at most ${LIMITS.memory}).
- ${machine()}
`

const row = ({ name, held, small, large }: Measured) =>
  `| ${name} | ${small.toFixed(1)} | ${large.toFixed(1)} | ${(large / small).toFixed(2)} | ${held ? LIMITS.ratio : '-'} |`

function machine(): string {
  const processors = cpus()
  const memory = Math.round(totalmem() / 2 ** 30)
  const model = processors[0]?.model.trim() ?? 'an unknown processor'
  return `${processors.length} × ${model}, ${memory} GB, ${process.platform}, Node ${process.version}, commit ${commit()}.`
}

function commit(): string {
  try {
    return execFileSync('git', ['rev-parse', '--short', 'HEAD'], { encoding: 'utf8' }).trim()
  } catch {
    return 'unknown'
  }
}
