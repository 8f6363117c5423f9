import type { BodyPassage } from './facts'
import type { Keyphrase } from './keyphrase'
import type { Sentence } from './readability/prose'
import { readProse } from './readability/prose'
import { countWords, plain } from './tokens'

export type ProseSentence = Sentence & {
  passage: BodyPassage
  /** Written to hold the keyphrase of a stuffed text: its faults count, its merits do not. */
  isPadding: boolean
}

/** A paragraph, by its sentences; or a heading that divides the text. */
export type Section =
  | { kind: 'text'; passage: BodyPassage; sentences: ProseSentence[]; words: number }
  | { kind: 'heading'; passage: BodyPassage }

export type Prose = { sections: Section[]; sentences: ProseSentence[]; words: number }

const FEWEST_SENTENCES = 3
const ENDS = /[.!?…]["'”’)\]]*\s*$/u
/** A fragment is no sentence, and no easy one either; a colon may end a sentence before a list. */
const SENTENCE_ENDS = /[.!?…:]["'”’)\]]*$/u
const FEWEST_WORDS = 3
/** From here on a fragment is as hard to read as a sentence. */
const LONG = 20

/**
 * The running text: paragraphs and what reads like them, without tables and code, and without quotations that are the
 * smaller part. What
 * is repeated counts once, so that repeating the easy sentences makes no text easier.
 */
export function proseOf(body: BodyPassage[], padding: Keyphrase | null): Prose | null {
  const seen = new Set<string>()
  const isNew = (key: string) => !seen.has(key) && Boolean(seen.add(key))
  const isMostlyQuoted = quotedIn(body)
  const sections = body.flatMap((passage): Section[] => {
    const { kind } = passage.block
    if (kind === 'heading' && countWords(passage.text) <= LONG) {
      const divides = isNew(`# ${plain(passage.text)}`) && !padding?.count(passage.text)
      return divides && passage.text.trim() ? [{ kind: 'heading', passage }] : []
    }
    if (!isProse(passage, isMostlyQuoted)) return []
    const sentences = readProse(passage.text).sentences.flatMap((sentence) =>
      isSentence(sentence) && isNew(sentence.key)
        ? [{ ...sentence, passage, isPadding: padding !== null && padding.count(sentence.key) > 0 }]
        : [],
    )
    return [{ kind: 'text', passage, sentences, words: countWords(passage.text) }]
  })
  const sentences = sections.flatMap((section) => (section.kind === 'text' ? section.sentences : []))
  if (sentences.length < FEWEST_SENTENCES) return null
  return { sections, sentences, words: sentences.reduce((sum, { words }) => sum + words, 0) }
}

/** A paragraph by any name: a long heading, an item of a list that is a sentence. */
function isProse({ text, block: { kind } }: BodyPassage, isMostlyQuoted: boolean): boolean {
  if (kind === 'paragraph') return true
  if (kind === 'item') return ENDS.test(text) || countWords(text) > LONG
  return kind === 'heading' || (kind === 'quote' && isMostlyQuoted)
}

/** Whether more is quoted than told: then the quotations are the text. */
function quotedIn(body: BodyPassage[]): boolean {
  const wordsOf = (wanted: string) =>
    body.reduce((sum, { text, block }) => (block.kind === wanted ? sum + countWords(text) : sum), 0)
  return wordsOf('quote') > wordsOf('paragraph') + wordsOf('item')
}

const isSentence = ({ key, words }: Sentence) =>
  words > LONG || (words >= FEWEST_WORDS && SENTENCE_ENDS.test(key))
