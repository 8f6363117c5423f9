import { isAcronym, isCapitalised, isNext, type Word, wordSet } from './words'

const OWNERS = wordSet('my his their our your its')
const PERSONS = wordSet('i me he him she her they them we us you it mine hers theirs ours yours')
const ONE = wordSet('a an one each every another this that')
const PRONOUNS = wordSet('it us he she they we who am as at be by do go if in is me my no of on or so to up')
const PEOPLE = new Map(Object.entries({ people: 'person', children: 'child', men: 'man', women: 'woman' }))

/** A word as it stands, with its neighbours, and what stood there in the version that readers have. */
export type Edit = { was: string; word: Word; before: Word | undefined; after: Word | undefined }

const isPlural = (now: string, was: string) =>
  PEOPLE.get(now) === was || now === `${was}s` || (was.endsWith('y') && now === `${was.slice(0, -1)}ies`)

/** What no editor does to a single word on purpose; null where it may be meant. */
export function slipOf({ was, word, before, after }: Edit): string | null {
  const [old, now] = [was.toLowerCase(), word.lower]
  if (old === now && isAcronym(was) && !isAcronym(word.text) && PRONOUNS.has(now))
    return 'An acronym lost its capitals, and is another word now.'
  if (isAcronym(was) && !word.opens && isCapitalised(word.text) && PRONOUNS.has(now))
    return 'An acronym became a pronoun.'
  if (OWNERS.has(old) && PERSONS.has(now) && isNext(after))
    return 'A pronoun stands where it was said whose this is.'
  if (isNext(word) && before && ONE.has(before.lower) && isPlural(now, old))
    return `“${before.text}” speaks of one, and here stands a plural.`
  return null
}
