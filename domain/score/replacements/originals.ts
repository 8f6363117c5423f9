import type { Subject } from '../subject'
import { isAcronym, wordsOf } from './words'

/** Acronyms that the words of an article stand for, the most telling source first. */
export type Originals = { likely: string[]; isCertain: boolean }

const INITIALS = /[\s-]+/u

const acronymsIn = (text: string) =>
  wordsOf({ text, marks: [] })
    .map((word) => word.text.replace(/['’]s$/u, ''))
    .filter(isAcronym)

const initialsOf = (name: string) =>
  name
    .split(INITIALS)
    .map((word) => word.charAt(0))
    .join('')
    .toUpperCase()

type Told = Pick<Subject, 'title' | 'keyphrase' | 'slug' | 'topics' | 'summary' | 'description'>

/** What the title, the keyphrase, the topics and the address suggest that a damaged word once was. */
export function originalsOf({ title, keyphrase, slug, topics, summary, description }: Told): Originals {
  const told = new Set(acronymsIn(`${title} ${keyphrase} ${summary} ${description}`))
  const meant = topics.map(initialsOf).filter((initials) => initials.length === 2)
  const inAddress = slug
    .toUpperCase()
    .split('-')
    .filter((part) => meant.includes(part) || told.has(part))
  const likely = [...new Set([...inAddress, ...told, ...meant])]
  return { likely, isCertain: likely.length === 1 }
}

/** The suggestion in words. */
export const suggestionOf = ({ likely }: Originals, word: string, otherwise: string): string =>
  likely.length > 0
    ? `Probably ${likely.slice(0, 3).join(' or ')} stood here before it was replaced by “${word}”.`
    : otherwise
