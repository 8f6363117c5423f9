import { LRUCache } from 'lru-cache'
import type { Subject } from '../subject'
import { findAcronyms } from './acronyms'
import { findAgreement } from './agreement'
import { findArticles } from './articles'
import { findCurrency } from './currency'
import { findDates } from './dates'
import { findInside } from './inside'
import { isKnown } from './known-words'
import { findNames } from './names'
import { type Originals, originalsOf } from './originals'
import { type Damage, type Found, type Passage, readText, type Text } from './passage'
import { findPlurals } from './plurals'
import { findPronouns } from './pronouns'
import { findSweeps } from './sweeps'
import { findTwins } from './twins'

/** What is looked at for damage; everything but the blocks helps to tell what stood there. */
export type Suspect = Pick<
  Subject,
  | 'title'
  | 'summary'
  | 'description'
  | 'caption'
  | 'slug'
  | 'keyphrase'
  | 'language'
  | 'blocks'
  | 'topics'
  | 'previous'
>

/** Signs that a text shows by itself, whatever stands around it. */
const OWN = {
  acronym: findAcronyms,
  name: findNames,
  agreement: findAgreement,
  plural: findPlurals,
  date: findDates,
  currency: findCurrency,
  article: findArticles,
} satisfies Record<string, (text: Text) => Found[]>

export type Sign = keyof typeof OWN | 'sweep' | 'twin' | 'pronoun' | 'inside'

type Examined = { text: Text; isEnglish: boolean; own: Partial<Record<Sign, Found[]>> }

// while somebody writes, all paragraphs but one are those of a moment ago
const examined = new LRUCache<string, Examined>({ max: 4_000 })

function examine(given: Pick<Text, 'kind' | 'text' | 'marks'>): Examined {
  const key = JSON.stringify([given.kind, given.text, given.marks])
  const known = examined.get(key)
  if (known) return known
  const text = readText(given)
  const isEnglish = isEnglishText(text)
  const own = Object.fromEntries(
    Object.entries(OWN).map(([sign, find]) => [sign, isEnglish ? find(text) : []]),
  )
  const fresh = { text, isEnglish, own }
  examined.set(key, fresh)
  return fresh
}

const FIELDS = ['title', 'summary', 'description', 'caption'] as const
const isBlock = ({ place }: Passage) => typeof place === 'number'

/** Every place that looks damaged, under the first sign that shows it. Changes nothing. */
export function damageIn(suspect: Suspect): Record<Sign, Damage[]> {
  const fields = FIELDS.map((field) => ({
    place: field,
    ...examine({ kind: field === 'title' ? 'heading' : 'paragraph', text: suspect[field], marks: [] }),
  }))
  const all = [...suspect.blocks.map((block, place) => ({ place, ...examine(block) })), ...fields]
    .filter(({ text }) => text.kind !== 'code')
    .map(({ place, text, isEnglish, own }) => ({ passage: { ...text, place }, isEnglish, own }))
  const isEnglish = suspect.language === null || /^en\b/i.test(suspect.language)
  const english = isEnglish ? all.filter((each) => each.isEnglish) : []
  const passages = english.map(({ passage }) => passage)
  const ownSign = (sign: keyof typeof OWN) =>
    english.flatMap(({ passage, own }) => (own[sign] ?? []).map((found) => ({ ...found, passage })))
  const taken = new Map<Passage, Damage[]>()
  const first = (found: Damage[]) =>
    found.filter((damage) => {
      const before = taken.get(damage.passage) ?? []
      if (before.some(({ from, to }) => from < damage.to && damage.from < to)) return false
      before.push(damage)
      taken.set(damage.passage, before)
      return true
    })
  // what is known of the whole text explains a place better than its neighbours do
  const sweep = first(findSweeps(suspect, all.map(({ passage }) => passage).filter(isBlock)))
  const twin = first(findTwins(suspect, passages))
  return {
    sweep,
    twin,
    pronoun: first(findPronouns(passages, proven([...sweep, ...twin]) ?? originalsOf(suspect))),
    acronym: first(ownSign('acronym')),
    inside: first(findInside(passages)),
    name: first(ownSign('name')),
    agreement: first(ownSign('agreement')),
    plural: first(ownSign('plural')),
    date: first(ownSign('date')),
    currency: first(ownSign('currency')),
    article: first(ownSign('article')),
  }
}

/** One place that is certain speaks for the others. */
function proven(damage: readonly Damage[]): Originals | null {
  const certain = damage.flatMap(({ passage, from, to, instead }) =>
    instead !== undefined && passage.text.slice(from, to) === 'It' ? [instead] : [],
  )
  const likely = [...new Set(certain)]
  return likely.length === 1 ? { likely, isCertain: true } : null
}

const JUDGED_FROM = 6
const MOSTLY = 0.45

/** A passage in another language is none of these rules' business. */
function isEnglishText({ words }: Text): boolean {
  if (words.length < JUDGED_FROM) return true
  const plain = words.filter(({ text, lower }) => text === lower)
  const known = plain.filter(({ lower }) => isKnown(lower.replace(/['’]s?$/, '')))
  return known.length >= plain.length * MOSTLY
}
