import { remembered } from './memo'
import { countWords, plain } from './tokens'

/** Where a keyphrase stands in a text: whole words, whatever their case. */
export type Keyphrase = { words: number; count: (text: string) => number }

const plainly = remembered((text) => ({ text: plain(text) }))

export function keyphraseOf(typed: string): Keyphrase | null {
  const phrase = plain(typed)
  const words = countWords(phrase)
  if (words === 0) return null
  const body = phrase.replace(/[.*+?^${}()|[\]\\]/g, '\\$&').replaceAll(' ', '[\\s-]+')
  const pattern = new RegExp(`(?<![\\p{L}\\p{N}])${body}(?![\\p{L}\\p{N}])`, 'giu')
  return { words, count: (text) => plainly(text).text.match(pattern)?.length ?? 0 }
}

/** How often per hundred words is the most that reads as a text about it. */
export const MOST_PER_HUNDRED = 3
/** A paragraph with so many of them is stuffed, if they are more than the share of its words below. */
const MOST_IN_BLOCK = 3
const MOST_SHARE_OF_BLOCK = 0.12
const FEW = 4

/** Whether a keyphrase stands in a text more often than anybody writes, in all or in one place. */
export function isStuffed(keyphrase: Keyphrase, texts: string[]): boolean {
  let total = 0
  let words = 0
  for (const text of texts) {
    const inText = countWords(text)
    const times = keyphrase.count(text)
    if (times > MOST_IN_BLOCK && (times * keyphrase.words) / inText > MOST_SHARE_OF_BLOCK) return true
    total += times
    words += inText
  }
  return total > FEW && (total / words) * 100 > MOST_PER_HUNDRED
}
