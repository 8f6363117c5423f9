import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fromMarkdown } from '@/domain/document/markdown'
import type { Block } from '@/domain/score/reading'
import { readDocument } from '@/domain/score/reading'
import type { Suspect } from '@/domain/score/replacements/signs'

type Span = { block: number; from: number; to: number }

/** A passage written for measuring: clean, or damaged at the places that its writer marked. */
export type Labelled = { kind: string; line: string; suspect: Suspect; damaged: Span[]; isTuned: boolean }

/** `labelled` was written with the rules at hand; `blind` before its writer had seen any of them, against rules that stood. */
export type Set = 'labelled' | 'blind'

/** Half of them, by their text alone (FNV-1a): the rules were tuned on these and are measured on the others. */
export function isTuned(line: string): boolean {
  let hash = 0x811c9dc5
  for (const char of line) hash = Math.imul(hash ^ (char.codePointAt(0) ?? 0), 0x01000193)
  return ((hash >>> 16) & 1) === 0
}

const blank = {
  title: '',
  summary: '',
  caption: '',
  description: '',
  slug: '',
  keyphrase: '',
  language: 'en',
  topics: [],
  previous: null,
}

const blocksOf = (markdown: string) => readDocument(fromMarkdown(markdown, { figure: () => null })).blocks

/** A text without anything that would help to read it, but for what is given. */
export const suspectOf = (markdown: string, known: Partial<Suspect> = {}): Suspect => ({
  ...blank,
  blocks: blocksOf(markdown),
  ...known,
})

/**
 * Every passage of a set, a file a kind: `x` damaged, at the places in braces, `o` clean. Before `::` stand a title,
 * a `/slug` and `##` with topics, after `<<` the text of the version before; `¶` begins a paragraph.
 */
export function readLabelled(set: Set): Labelled[] {
  const folder = join('bench', set)
  return readdirSync(folder)
    .filter((file) => file.endsWith('.txt'))
    .sort()
    .flatMap((file) =>
      readFileSync(join(folder, file), 'utf8')
        .split('\n')
        .filter((line) => line !== '')
        .map((line) => ({ ...parse(line), kind: file.replace('.txt', ''), line, isTuned: isTuned(line) })),
    )
}

function parse(line: string): Pick<Labelled, 'suspect' | 'damaged'> {
  const [, title = '', slug = '', topics, markdown = '', before] =
    /^. (?:(.+?)(?: \/(\S+))?(?: ##(.+))? :: )?(.*?)(?: << (.*))?$/.exec(line) ?? []
  const suspect = suspectOf(paragraphs(markdown), {
    title,
    slug,
    topics: topics?.split(', ') ?? [],
    previous: before === undefined ? null : blocksOf(paragraphs(before)),
  })
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

const paragraphs = (line: string) => line.replaceAll(' ¶ ', '\n\n')

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
