import type { Subject } from '../subject'
import { isCommon } from './known-words'
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

const IT_WITHIN = /\P{L}It(?!\p{L})/u

/** What the title, the keyphrase, the topics and the address suggest that a damaged word once was. */
export function originalsOf(about: Told): Originals {
  const { title, keyphrase, slug, topics, summary, description } = about
  const fields = [title, keyphrase, summary, description]
  // what stands beside a damaged word in a title was not replaced by it; in a text it may be mended already
  const beside = fields.filter((text) => IT_WITHIN.test(text))
  const survived = new Set(beside.flatMap(acronymsIn))
  const told = new Set(fields.flatMap(acronymsIn))
  const meant = topics.map(initialsOf).filter((initials) => initials.length === 2)
  const inAddress = slug
    .split('-')
    .filter((part) => /^[a-z]{2,4}$/.test(part) && !isCommon(part))
    .map((part) => part.toUpperCase())
  const likely = [...new Set([...inAddress, ...told, ...meant])].filter((each) => !survived.has(each))
  return { likely, isCertain: likely.length === 1 }
}

/** The suggestion in words. */
export const suggestionOf = ({ likely }: Originals, word: string, otherwise: string): string =>
  likely.length > 0
    ? `Probably ${likely.slice(0, 3).join(' or ')} stood here before it was replaced by “${word}”.`
    : otherwise
