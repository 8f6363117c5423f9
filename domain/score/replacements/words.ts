import type { Block } from '../reading'

/** A word of a block, and what stands around it. */
export type Word = {
  text: string
  lower: string
  from: number
  to: number
  /** What separates it from the word before. */
  gap: string
  /** It opens a sentence, or follows what may open one: a quotation mark, a colon, a dash, a bracket. */
  opens: boolean
  /** Marked as code, or as emphasis, which may be the title of a work. */
  isCode: boolean
  isEmphasised: boolean
}

// joiners and other characters that nobody sees belong to the word around them
const WORD =
  /[\p{L}\p{N}](?:\p{Cf}*[\p{L}\p{N}\p{M}])*(?:['’-][\p{L}\p{N}\p{M}](?:\p{Cf}*[\p{L}\p{N}\p{M}])*)*/gu
const UNSEEN = /\p{Cf}/gu
const WITHIN = /^[\s,]*$/u

/** The words of a block in order. */
export function wordsOf({ text, marks }: Pick<Block, 'text' | 'marks'>): Word[] {
  const words: Word[] = []
  let end = 0
  for (const match of text.matchAll(WORD)) {
    const from = match.index
    const to = from + match[0].length
    const gap = text.slice(end, from)
    const shown = match[0].replace(UNSEEN, '')
    const within = (kind: 'code' | 'emphasis') =>
      marks.some((mark) => mark.kind === kind && mark.from <= from && to <= mark.to)
    words.push({
      text: shown,
      lower: shown.toLowerCase(),
      from,
      to,
      gap,
      opens: words.length === 0 || !WITHIN.test(gap) || gap.includes('\n'),
      isCode: within('code'),
      isEmphasised: within('emphasis'),
    })
    end = to
  }
  return words
}

/** Whether two words stand side by side with nothing but a space between them. */
export const isNext = (word: Word | undefined): word is Word => word !== undefined && /^\s+$/u.test(word.gap)

export const isCapitalised = (text: string): boolean => /^\p{Lu}/u.test(text)

export const isAcronym = (text: string): boolean => /^\p{Lu}{2,6}$/u.test(text)

/** A set of words written as one line, which reads better than a column. */
export const wordSet = (line: string): ReadonlySet<string> => new Set(line.trim().split(/\s+/))

/** In a heading in title case capitals say nothing. */
export function isTitleCase(words: readonly Word[]): boolean {
  const long = words.filter(({ text }) => text.length > 3)
  return long.length > 1 && long.filter(({ text }) => isCapitalised(text)).length > long.length * 0.6
}
