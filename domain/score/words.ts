import type { Field, Part } from './check'

export const PART_NAMES: Record<Part, string> = {
  search: 'Search hygiene',
  readability: 'Readability',
  integrity: 'Integrity',
}

/** What each part asks, for readers. */
export const PART_QUESTIONS: Record<Part, string> = {
  search: 'Can somebody who looks for this article find it, and know beforehand what it is about?',
  readability: 'Do sentences, paragraphs and headings make it easy to read?',
  integrity: 'Is the text whole: nothing damaged, left over, contradictory or broken?',
}

export const FIELD_NAMES: Record<Field | 'body', string> = {
  body: 'Text',
  title: 'Title',
  summary: 'Summary',
  description: 'Description',
  slug: 'Address',
  keyphrase: 'Keyphrase',
  caption: 'Caption',
  'lead-image': 'Lead image',
  language: 'Language',
  site: 'The rest of the site',
}

/** A check by its id, as people read it: `doubled-words` is “Doubled words”. */
export function checkName(id: string): string {
  const [first, ...rest] = id.split('-')
  if (first === 'replacement') return `Damaged replacement: ${rest.join(' ')}`
  return (id.charAt(0).toUpperCase() + id.slice(1)).replaceAll('-', ' ')
}

/** Points without a needless decimal. */
export const inPoints = (points: number): string =>
  points.toLocaleString('en-GB', { maximumFractionDigits: 1 })
