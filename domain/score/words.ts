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

/** What each looks for, where the id alone would say too little. */
const CHECK_NAMES: Partial<Record<string, string>> = {
  slug: 'Address',
  orphan: 'Links from other articles',
  'heading-order': 'Order of headings',
  'image-alternatives': 'Descriptions of images',
  'image-credit': 'Credits of images',
  'internal-links': 'Links to other articles here',
  'source-links': 'Links to sources',
  'structured-data': 'Data for search engines',
  'demo-copy': 'Left-over demo copy',
  'names-agree': 'Names that disagree',
  'figures-agree': 'Figures that disagree',
  'links-work': 'Broken links',
  'mentions-verified': 'Unverified mentions',
  'quotes-closed': 'Quotes that never close',
  'enough-text': 'Enough text',
  'whole-text': 'Damaged or unfinished places',
  'damage-spread': 'How many places are damaged',
  'replacement-sweep': 'Words replaced all through the text',
  'replacement-twin': 'Another name in the place of one in the title',
  'replacement-pronoun': 'Pronouns where a noun belongs',
  'replacement-acronym': '“US” for “us”, “IT” for “it”',
  'replacement-inside': 'Words replaced inside other words',
  'replacement-name': 'Names half replaced',
  'replacement-agreement': 'Pronouns that do not fit',
  'replacement-plural': 'Plurals that are none',
  'replacement-date': 'Dates that cannot be',
  'replacement-currency': 'Amounts with two currencies',
  'replacement-article': '“a” and “an” before the wrong word',
}

/** A check as people read it, by its id. */
export const checkName = (id: string): string =>
  CHECK_NAMES[id] ?? (id.charAt(0).toUpperCase() + id.slice(1)).replaceAll('-', ' ')

/** Points without a needless decimal. */
export const inPoints = (points: number): string =>
  points.toLocaleString('en-GB', { maximumFractionDigits: 1 })
