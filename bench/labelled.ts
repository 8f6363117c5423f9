import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fromMarkdown } from '@/domain/document/markdown'
import type { Block } from '@/domain/score/reading'
import { readDocument } from '@/domain/score/reading'
import type { Suspect } from '@/domain/score/replacements/signs'

type Span = { block: number; from: number; to: number }

/** A passage written for measuring: clean, or damaged at the places that its writer marked. */
export type Labelled = { kind: string; line: string; suspect: Suspect; damaged: Span[]; isTuned: boolean }

const FOLDER = 'bench/labelled'

/** Half of them, by their text alone (FNV-1a): the rules were tuned on these and are measured on the others. */
export function isTuned(line: string): boolean {
  let hash = 0x811c9dc5
  for (const char of line) hash = Math.imul(hash ^ (char.codePointAt(0) ?? 0), 0x01000193)
  return ((hash >>> 16) & 1) === 0
}

const blank = {
  summary: '',
  caption: '',
  description: '',
  slug: '',
  keyphrase: '',
  language: 'en',
  topics: [],
  previous: null,
}

/** A text without anything that would help to read it. */
export const suspectOf = (markdown: string, title = ''): Suspect => ({
  ...blank,
  title,
  blocks: readDocument(fromMarkdown(markdown, { figure: () => null })).blocks,
})

/** Every passage of `labelled/`, a file a kind: `x` damaged, at the places in braces, `o` clean; `Title :: text`. */
export function readLabelled(): Labelled[] {
  return readdirSync(FOLDER)
    .filter((file) => file.endsWith('.txt'))
    .sort()
    .flatMap((file) =>
      readFileSync(join(FOLDER, file), 'utf8')
        .split('\n')
        .filter((line) => line !== '')
        .map((line) => ({ ...parse(line), kind: file.replace('.txt', ''), line, isTuned: isTuned(line) })),
    )
}

function parse(line: string): Pick<Labelled, 'suspect' | 'damaged'> {
  const [, title = '', markdown = ''] = /^. (?:(.+) :: )?(.*)$/.exec(line) ?? []
  const suspect = suspectOf(markdown, title)
  if (line.startsWith('o')) return { suspect, damaged: [] }
  const damaged: Span[] = []
  const blocks = suspect.blocks.map((block, i) => {
    const { text, spans, at } = withoutBraces(block.text)
    damaged.push(...spans.map((span) => ({ block: i, ...span })))
    return {
      ...block,
      text,
      marks: block.marks.map((mark) => ({ ...mark, from: at(mark.from), to: at(mark.to) })),
    } satisfies Block
  })
  return { suspect: { ...suspect, blocks }, damaged }
}

function withoutBraces(marked: string) {
  const spans: { from: number; to: number }[] = []
  let text = ''
  let from = 0
  for (const char of marked)
    if (char === '{') from = text.length
    else if (char === '}') spans.push({ from, to: text.length })
    else text += char
  const at = (offset: number) => marked.slice(0, offset).replace(/[{}]/g, '').length
  return { text, spans, at }
}
