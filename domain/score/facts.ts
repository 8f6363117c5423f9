import type { Keyphrase } from './keyphrase'
import { isStuffed, keyphraseOf } from './keyphrase'
import { ENOUGH_WORDS, wordsSaid } from './extent'
import { isEnglish } from './language'
import type { Prose } from './prose'
import { proseOf } from './prose'
import type { Block } from './reading'
import type { Subject } from './subject'

/** A piece of text with its place: a block of the body, or one of the fields that are read as sentences. */
export type Passage = { text: string; block: Block | null } & (
  { field: 'body'; index: number } | { field: 'title' | 'summary' | 'description' | 'caption' }
)
export type BodyPassage = Extract<Passage, { field: 'body' }> & { block: Block }

/** A subject, and what several rules ask of it. */
export type Facts = {
  subject: Subject
  /** The fields and the body, in reading order. */
  passages: Passage[]
  body: BodyPassage[]
  /** A text alone, as of a file: what an article says beside its text is not known rather than missing. */
  isBare: boolean
  /** How many words it says, as far as that decides anything, and the share of all points that so many can earn. */
  words: number
  told: number
  keyphrase: Keyphrase | null
  /** The keyphrase stands so often that it earns nothing, and neither does what was written to hold it. */
  stuffed: boolean
  /** Null where the text is in a language without rules, or too short to say anything about. */
  prose: Prose | null
}

const FIELDS = ['title', 'summary', 'description', 'caption'] as const

export function factsOf(subject: Subject): Facts {
  const body = subject.blocks.map((block, index): BodyPassage => {
    return { field: 'body', index, text: block.text, block }
  })
  const keyphrase = keyphraseOf(subject.keyphrase)
  const stuffed =
    keyphrase !== null &&
    (isStuffed(
      keyphrase,
      body.map(({ text }) => text),
    ) ||
      [subject.title, subject.summary, subject.description].some((text) => keyphrase.count(text) > 2))
  const words = wordsSaid(subject.blocks)
  const padding = stuffed ? keyphrase : null
  return {
    subject,
    passages: [...FIELDS.map((field) => ({ field, text: subject[field], block: null })), ...body],
    body,
    isBare: subject.people === null,
    words,
    told: words / ENOUGH_WORDS,
    keyphrase,
    stuffed,
    prose: isEnglish(subject) ? proseOf(body, padding) : null,
  }
}
