import type { Block } from './reading'
import { sentencesIn } from './sentences'
import { remembered } from './memo'
import { countWords, plain } from './tokens'

/** From so many words on a text is scored in full: a short note, or two tweets. */
export const ENOUGH_WORDS = 50

// two letters of a script without spaces say about as much as a word
const UNSPACED =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/gu

const sentencesOf = remembered((text) => ({
  sentences: sentencesIn(text).map(({ from, to }) => plain(text.slice(from, to))),
}))

const lengthOf = (sentence: string) =>
  countWords(sentence.replace(UNSPACED, ' ')) + (sentence.match(UNSPACED)?.length ?? 0) / 2

/** How many words a text says, each sentence once; no more are counted than decide something. */
export function wordsSaid(blocks: readonly Block[]): number {
  const said = new Set<string>()
  let words = 0
  for (const { kind, text } of blocks) {
    if (kind === 'code') continue
    for (const sentence of sentencesOf(text).sentences) {
      if (said.has(sentence)) continue
      said.add(sentence)
      words += lengthOf(sentence)
      if (words >= ENOUGH_WORDS) return ENOUGH_WORDS
    }
  }
  return Math.floor(words)
}
