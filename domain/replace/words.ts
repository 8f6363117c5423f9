import { MOST_ARTICLES, type HitState, type ReplacementState } from './orders'
import type { TextField } from './find'

const number = (value: number) => value.toLocaleString('en-GB')
const counted = (count: number, one: string) => `${number(count)} ${one}${count === 1 ? '' : 's'}`
export const inArticles = (count: number) => counted(count, 'article')
export const hitsInWords = (count: number) => counted(count, 'place')

export const FIELD_NAMES: Record<TextField | 'alt' | 'slug', string> = {
  title: 'Title',
  summary: 'Summary',
  description: 'Description for search engines',
  keyphrase: 'Keyphrase',
  leadCaption: 'Caption of the lead image',
  alt: 'Alternative text of an image',
  slug: 'Address',
}

type Found = {
  query: { find: string }
  state: ReplacementState
  looked: number
  articles: number
  hits: number
  guarded: number
}

/** What a look for words has come to. */
export function foundInWords({ query, state, looked, articles, hits, guarded }: Found): string {
  const where = articles === 0 ? 'nothing yet' : `${hitsInWords(hits)} in ${inArticles(articles)}`
  if (state === 'searching') return `Looking: ${inArticles(looked)} looked through, ${where} found so far.`
  const left =
    guarded === 0
      ? ''
      : ` ${hitsInWords(guarded)} ${guarded === 1 ? 'stands' : 'stand'} in quotations, links, code or names and ${guarded === 1 ? 'is' : 'are'} left alone.`
  if (articles === 0) return `“${query.find}” stands nowhere in ${inArticles(looked)}.${left}`
  const most =
    articles >= MOST_ARTICLES
      ? ` One replacement changes ${number(MOST_ARTICLES)} articles at most, and there may be more: carry this one out, then look again.`
      : ''
  return `${hitsInWords(hits)} in ${inArticles(articles)}.${left}${most}`
}

type Done = {
  query: { find: string; replacement: string }
  state: ReplacementState
  changed: number
  restored: number
}

/** `“Acme” replaced by “Northwind” in 12 articles; 11 taken back.` */
export function doneInWords({ query, state, changed, restored }: Done): string {
  const what =
    query.replacement === ''
      ? `“${query.find}” taken out`
      : `“${query.find}” replaced by “${query.replacement}”`
  if (state === 'searching' || state === 'found') return `Looked for “${query.find}”; nothing was replaced.`
  return `${what} in ${inArticles(changed)}${state === 'undone' ? `; ${number(restored)} taken back` : ''}.`
}

/** Why articles were not changed, or not taken back. */
export function leftInWords(outcomes: Partial<Record<HitState, number>>): string[] {
  const say = (state: HitState, one: string, many: string) => {
    const count = outcomes[state] ?? 0
    return count === 0 ? [] : [count === 1 ? `1 article ${one}` : `${number(count)} articles ${many}`]
  }
  return [
    ...say(
      'overtaken',
      'was left as it is: somebody changed it since it was looked through.',
      'were left as they are: somebody changed them since they were looked through.',
    ),
    ...say(
      'refused',
      'was left as it is: it would be too long, or have no title or no text.',
      'were left as they are: they would be too long, or have no title or no text.',
    ),
    ...say(
      'stopped',
      'was left as it is: its new text would not be let through to readers.',
      'were left as they are: their new texts would not be let through to readers.',
    ),
    ...say(
      'kept',
      'keeps its new text: somebody changed it since.',
      'keep their new text: somebody changed them since.',
    ),
  ]
}
