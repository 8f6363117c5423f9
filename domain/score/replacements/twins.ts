import type { Subject } from '../subject'
import { isCommon } from './known-words'
import type { Damage, Passage } from './passage'
import { isCapitalised, isNext, type Word, wordSet, wordsOf } from './words'

const ABOUNDS = 3
const SMALL = wordSet(
  'The A An And Or But Of In On At To For With From By How What Why When Where Who Is Are Was It Its Our Your Their This That As If Not No',
)

/** A name of the title, and what stands before it there. */
type Term = { name: string; before: string | null }

const bare = (word: string) => word.replace(/['’]s?$/u, '')

function termsOf(subject: Pick<Subject, 'title' | 'summary'>): Term[] {
  const words = wordsOf({ text: subject.title, marks: [] })
  return words.flatMap((word, i) => {
    const name = bare(word.text)
    const previous = words[i - 1]
    // in a title in title case, or at its start, a common word is no name
    const isName =
      isCapitalised(name) &&
      !SMALL.has(name) &&
      (/^\p{Lu}{2,}$/u.test(name) || !isCommon(name.toLowerCase()) || NAMES.has(name))
    const before =
      previous && isNext(word) && isCapitalised(previous.text) && !SMALL.has(previous.text)
        ? bare(previous.text)
        : null
    return isName ? [{ name, before }] : []
  })
}

/** Names that are words too, common enough in titles to be looked for. */
const NAMES = wordSet('Apple Twitter Facebook Amazon Google Slack Meta Zoom Oracle Microsoft Windows')

type Place = { passage: Passage; word: Word }

function damage({ passage, word }: Place, name: string, isCertain: boolean): Damage {
  const to = word.from + bare(word.text).length
  return {
    passage,
    from: word.from,
    to,
    why: `The title speaks of “${name}”, the text of “${passage.text.slice(word.from, to)}” in its place.`,
    mend: `Was it “${name}” before a replacement?`,
    ...(isCertain && { instead: name }),
  }
}

/** A name of the title that is gone from the text, where another stands in its place: “Stability It”. */
export function findTwins(
  subject: Pick<Subject, 'title' | 'summary' | 'slug' | 'keyphrase' | 'topics'>,
  passages: readonly Passage[],
): Damage[] {
  const prose = passages.filter(({ place, kind }) => typeof place === 'number' && kind !== 'caption')
  const places = prose.flatMap((passage) =>
    passage.words.filter(({ isCode }) => !isCode).map((word) => ({ passage, word })),
  )
  const present = new Set(places.map(({ word }) => bare(word.lower)))
  const elsewhere = `${subject.title} ${subject.summary} ${subject.keyphrase} ${subject.topics.join(' ')}`
  const told = new Set(wordsOf({ text: elsewhere, marks: [] }).map(({ lower }) => bare(lower)))
  return termsOf(subject)
    .filter(({ name }) => !present.has(name.toLowerCase()))
    .flatMap(({ name, before }) => besides(prose, name, before) ?? insteadOf(places, told, name))
}

/** “Stability It” where the title has “Stability AI”. */
function besides(passages: readonly Passage[], name: string, before: string | null): Damage[] | null {
  if (before === null) return null
  const found = passages.flatMap((passage) =>
    passage.words.flatMap((word, i) => {
      const previous = passage.words[i - 1]
      const isBeside = previous && isNext(word) && bare(previous.text) === before && isCapitalised(word.text)
      return isBeside && !word.isCode ? [{ passage, word }] : []
    }),
  )
  return found.length > 0 ? found.map((place) => damage(place, name, true)) : null
}

/** One other name, which nothing but the text knows, as often as only the subject of an article is named. */
function insteadOf(places: readonly Place[], told: ReadonlySet<string>, name: string): Damage[] {
  const byName = new Map<string, Place[]>()
  for (const place of places) {
    const text = bare(place.word.text)
    const isName =
      !place.word.opens && isCapitalised(text) && !SMALL.has(text) && !told.has(text.toLowerCase())
    if (isName) byName.set(text, [...(byName.get(text) ?? []), place])
  }
  const [most, second] = [...byName.values()].sort((a, b) => b.length - a.length)
  if (!most || most.length < ABOUNDS || (second && second.length * 2 > most.length)) return []
  return most.map((place) => damage(place, name, false))
}
