import type { Place } from '../check'
import type { Block } from '../reading'
import { type Word, wordsOf } from './words'

/** A piece of text that may hold damage, with its words. */
export type Text = Pick<Block, 'kind' | 'text' | 'marks'> & { words: Word[] }

/** A text at its place: a block by its index, or a field. */
export type Passage = Text & { place: number | Exclude<Place['field'], 'body'> }

/** Words that look as if a replacement had gone wrong there. */
export type Found = {
  from: number
  to: number
  why: string
  mend: string
  /** What belongs there, where that is certain. */
  instead?: string
}

export type Damage = Found & { passage: Passage }

export const readText = ({ kind, text, marks }: Pick<Block, 'kind' | 'text' | 'marks'>): Text => ({
  kind,
  text,
  marks,
  words: wordsOf({ text, marks }),
})

/** Whether a place of a text is code, in which nothing is prose. */
const isInCode = ({ marks }: Text, from: number, to: number): boolean =>
  marks.some((mark) => mark.kind === 'code' && mark.from < to && from < mark.to)

/** A pattern that means damage, and what to say of each place where it matches (named group `at`, or all of it). */
export type Pattern = {
  pattern: RegExp
  why: string
  mend: string
  instead?: (match: RegExpExecArray) => string | undefined
  unless?: (match: RegExpExecArray, text: Text) => boolean
}

/** Where patterns match, code left out. They carry the flags `dg`. */
export const matchesOf = (patterns: readonly Pattern[]) => (text: Text) => [...matches(text, patterns)]

function* matches(text: Text, patterns: readonly Pattern[]): Generator<Found> {
  for (const { pattern, why, mend, instead, unless } of patterns)
    for (const match of text.text.matchAll(pattern)) {
      const [from, to] = match.indices?.groups?.['at'] ?? [match.index, match.index + match[0].length]
      if (isInCode(text, from, to) || unless?.(match, text)) continue
      const certain = instead?.(match)
      yield { from, to, why, mend, ...(certain !== undefined && { instead: certain }) }
    }
}
