import type { Evidence } from './check'
import { at } from './evidence'
import type { Passage } from './facts'
import { remembered } from './memo'

/** Code is not language: its characters become a mark that belongs to no word, so that places stay where they are. */
const COVER = '\ufffc'

/** The text of a passage with what is code covered. */
export function codeFree({ text, block }: Passage): string {
  if (block?.kind === 'code') return COVER.repeat(text.length)
  return (block?.marks ?? [])
    .filter(({ kind }) => kind === 'code')
    .reduce((rest, { from, to }) => rest.slice(0, from) + COVER.repeat(to - from) + rest.slice(to), text)
}

/** Something found in a text, and what to say of it. */
export type Hit = { from: number; to: number } & Pick<Evidence, 'why' | 'mend' | 'instead'>

/** What a search finds in a passage, code left out, remembered by its text. */
export function evidenceBy(find: (text: string) => Hit[]): (passage: Passage) => Evidence[] {
  const hitsIn = remembered(find)
  return (passage) => hitsIn(codeFree(passage)).map(({ from, to, ...said }) => at(passage, from, to, said))
}
