import { execFileSync } from 'node:child_process'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { cpus, totalmem } from 'node:os'

/** A figure and what it is held to. */
export type Check = { what: string; figure: string; limit: string; met: boolean }
export type Table = { columns: string[]; rows: (string | number)[][] }
/** What a section found: how it was measured, in words, its tables, and its figures beside their targets. */
export type Findings = { how: string; tables: Table[]; checks: Check[] }

const FILE = 'bench/results.md'
const HEAD = `# Measured

Made by \`npm run bench\`; \`npm run bench -- --only a,d\` measures some parts again and leaves the others. Servers,
clients and databases share the one machine. Each part says when, where and at which commit it was measured.
`

export const atLeast = (what: string, value: number, limit: number, unit = ''): Check => ({
  what,
  figure: number(value) + unit,
  limit: `at least ${number(limit)}${unit}`,
  met: value >= limit,
})

export const atMost = (what: string, value: number, limit: number, unit = ''): Check => ({
  what,
  figure: number(value) + unit,
  limit: `at most ${number(limit)}${unit}`,
  met: value <= limit,
})

/** Three significant digits, or a whole number with its thousands apart. */
function number(value: number): string {
  if (!Number.isFinite(value)) return '-'
  if (Math.abs(value) >= 100 || Number.isInteger(value)) return Math.round(value).toLocaleString('en')
  return String(Number(value.toPrecision(3)))
}

/** A section of the report, from its heading on; `where` says on what it was measured. */
export const write = (title: string, { how, tables, checks }: Findings, where: string): string =>
  [
    `## ${title}`,
    how,
    ...tables.map(tableOf),
    ...(checks.length > 0 ? [tableOf(targets(checks))] : []),
    where,
  ].join('\n\n') + '\n'

const targets = (checks: Check[]): Table => ({
  columns: ['target', 'figure', 'asked for', ''],
  rows: checks.map(({ what, figure, limit, met }) => [what, figure, limit, met ? 'reached' : '**missed**']),
})

function tableOf({ columns, rows }: Table): string {
  const line = (cells: (string | number)[]) =>
    `| ${cells.map((cell) => (typeof cell === 'number' ? number(cell) : cell)).join(' | ')} |`
  return [
    line(columns),
    `|${columns.map((_, i) => (i === 0 ? '---' : '---:')).join('|')}|`,
    ...rows.map(line),
  ].join('\n')
}

/** When, at which commit and on what machine this run began. */
export function machine(): string {
  const processors = cpus()
  const memory = Math.round(totalmem() / 2 ** 30)
  const model = processors[0]?.model.trim() ?? 'an unknown processor'
  const when = new Date().toISOString().slice(0, 16).replace('T', ' ')
  return `${when} UTC, commit ${commit()}, Node ${process.version}, ${processors.length} × ${model}, ${memory} GB, ${process.platform}.`
}

function commit(): string {
  const git = (...args: string[]) => execFileSync('git', args, { encoding: 'utf8' }).trim()
  try {
    const changed = git('status', '--porcelain', '--', '.', `:!${FILE}`)
    return git('rev-parse', '--short', 'HEAD') + (changed ? ' with changes' : '')
  } catch {
    return 'unknown'
  }
}

/** Puts a section into the report in the place of its last one; the others stay as they are. */
export function keep(titles: string[], title: string, text: string): void {
  const stored = existsSync(FILE) ? readFileSync(FILE, 'utf8').split(/^(?=## )/m) : []
  const sections = new Map(stored.map((section) => [/^## (.*)$/m.exec(section)?.[1], section]))
  sections.set(title, text)
  const present = titles.flatMap((known) => sections.get(known)?.trim() ?? [])
  writeFileSync(FILE, [HEAD.trim(), ...present].join('\n\n') + '\n')
}
