import type { Evidence, Place } from './check'
import type { Passage } from './facts'
import type { Subject } from './subject'

type Said = Pick<Evidence, 'why' | 'mend' | 'instead'>

const placeOf = (passage: Passage, from: number, to: number): Place =>
  passage.field === 'body'
    ? { field: 'body', block: passage.index, from, to }
    : { field: passage.field, from, to }

/** Evidence at a part of a passage, which it quotes. */
export const at = (passage: Passage, from: number, to: number, said: Said): Evidence => ({
  where: placeOf(passage, from, to),
  quote: passage.text.slice(from, to),
  ...said,
})

/** Evidence about a whole field. */
export const about = (
  subject: Subject,
  field: 'title' | 'summary' | 'description' | 'slug' | 'keyphrase' | 'caption',
  said: Said,
): Evidence => ({ where: { field }, quote: subject[field], ...said })

/** Evidence about what is not there, which therefore quotes nothing. */
export const missing = (where: Place, said: Said): Evidence => ({ where, quote: '', ...said })
