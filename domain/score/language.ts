import { francAll } from 'franc-min'
import type { Subject } from './subject'
import { remembered } from './memo'

/** Below this franc guesses. */
const CHARACTERS_TO_TELL = 120
/** The detector reads no further than this either. */
const CHARACTERS_READ = 2048

const detect = remembered((text) => {
  const [best] = francAll(text)
  return { isEnglish: best?.[0] === 'eng' }
})

/**
 * Whether the rules for English apply: by the tag where there is one, else by the text. Null where there is too little
 * text to tell and nobody said.
 */
export function isEnglish({ language, blocks }: Subject): boolean | null {
  if (language) return /^en(-|$)/i.test(language)
  let text = ''
  for (const block of blocks) {
    if (block.kind === 'code') continue
    text += `${block.text}\n`
    if (text.length > CHARACTERS_READ) break
  }
  if (text.length < CHARACTERS_TO_TELL) return null
  return detect(text.slice(0, CHARACTERS_READ)).isEnglish
}
