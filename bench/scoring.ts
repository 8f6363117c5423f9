import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fromMarkdown } from '@/domain/document/markdown'
import { countWords } from '@/domain/document/text'
import type { Block } from '@/domain/score/reading'
import { readDocument } from '@/domain/score/reading'
import { score } from '@/domain/score/score'
import type { Subject } from '@/domain/score/subject'
import { noSite } from '@/domain/score/subject'
import { atMost, type Findings } from './report'
import { median, quantile } from './statistics'

const STARTER = 'db/starter/articles'
const WORDS = 5_000
const TIMES = 40

/** The starter articles one after another, up to the length that is asked for. */
function longText(): Block[] {
  const markdown = readdirSync(STARTER)
    .filter((file) => file.endsWith('.md'))
    .map((file) => readFileSync(join(STARTER, file), 'utf8').replace(/^---\n.*?\n---\n/s, ''))
    .join('\n\n')
  const { blocks } = readDocument(fromMarkdown(markdown, { figure: () => null }))
  let words = 0
  return blocks.filter(({ text }) => (words += countWords(text)) <= WORDS)
}

const subjectOf = (blocks: Block[], previous: Block[] | null): Subject => ({
  title: 'What a newsroom learned about its own machines',
  summary: 'Ten texts in one, as long as any that a reader finishes.',
  description: '',
  slug: 'what-a-newsroom-learned',
  keyphrase: 'evaluation set',
  caption: '',
  language: null,
  blocks,
  images: [],
  topics: ['Artificial intelligence'],
  people: ['Ines Halloran'],
  dated: true,
  previous,
  site: noSite(),
})

/** Every paragraph, or one, as nobody has seen it before. */
const renewed = (blocks: Block[], n: number, which: (i: number) => boolean): Block[] =>
  blocks.map((block, i) => (which(i) ? { ...block, text: `${block.text} This is version ${n}.` } : block))

function timesOf(subjects: Subject[]): number[] {
  return subjects.map((subject) => {
    const began = performance.now()
    score(subject)
    return performance.now() - began
  })
}

/** What a score costs: of a text that was never seen, of the same with one paragraph changed, and of one scored before. */
export function scoring(): Promise<Findings> {
  const blocks = longText()
  const versions = Array.from({ length: TIMES }, (_, n) => n)
  const [cold = 0] = timesOf([subjectOf(blocks, null)])
  const fresh = timesOf(
    versions.map((n) =>
      subjectOf(
        renewed(blocks, n, () => true),
        blocks,
      ),
    ),
  )
  const changed = timesOf(
    versions.map((n) =>
      subjectOf(
        renewed(blocks, n, (i) => i === (n * 7) % blocks.length),
        blocks,
      ),
    ),
  )
  const again = timesOf(versions.map(() => subjectOf(blocks, blocks)))
  const row = (what: string, times: number[]) => [what, median(times), quantile(times, 0.95)]
  const words = blocks.reduce((sum, { text }) => sum + countWords(text), 0)
  return Promise.resolve({
    how:
      `An article of ${words} words in ${blocks.length} blocks, made of the starter articles, with a previous version ` +
      `beside it. The first score of a process takes ${Math.round(cold)} ms. After that, ${TIMES} times each: every ` +
      'paragraph changed, so that nothing is remembered; one paragraph changed; nothing changed. Milliseconds.',
    tables: [
      {
        columns: ['what changed', 'median', '95 of 100 under'],
        rows: [row('every paragraph', fresh), row('one paragraph', changed), row('nothing', again)],
      },
    ],
    checks: [
      atMost('5 000 words, warm (95 of 100)', quantile(fresh, 0.95), 400, ' ms'),
      atMost('one paragraph changed (95 of 100)', quantile(changed, 0.95), 50, ' ms'),
    ],
  })
}
