import type { Passage } from './facts'

/** Code is not language: its characters become a mark that belongs to no word, so that places stay where they are. */
const COVER = '\ufffc'

/** The text of a passage with what is code covered. */
export function codeFree({ text, block }: Passage): string {
  if (block?.kind === 'code') return COVER.repeat(text.length)
  return (block?.marks ?? [])
    .filter(({ kind }) => kind === 'code')
    .reduce((rest, { from, to }) => rest.slice(0, from) + COVER.repeat(to - from) + rest.slice(to), text)
}
