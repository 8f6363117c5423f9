import type { Reading } from './reading'

// What moderators decided teaches which words are theirs to refuse: Robinson's estimate a word, combined as Fisher
// combines probabilities. Unlike a plain product it stays near a half where the words contradict each other.

/** In how many of the comments decided on as spam, and of those approved, a word stood. */
type Seen = [spam: number, approved: number]

export type Model = { spam: number; approved: number; words: Record<string, Seen> }

/** Of fewer decisions of either kind nothing is concluded. */
export const LEARNED_FROM = 30
/** How sure the site must be before it holds a comment. It never refuses one. */
const HOLDS_FROM = 0.95

const VOCABULARY = 8_000
const WORDS_A_COMMENT = 400
const STRONGEST = 20
const NAMED = 5
/** What nothing is known of leans neither way, as though it had been seen so often. */
const DOUBT = 1

/** The words of a comment that teach or betray something; the hosts of its links are words too. */
export function traits({ words, hosts, links }: Reading): string[] {
  const traits = new Set(hosts.map((host) => `→${host}`))
  if (links > 1) traits.add('→→')
  for (const word of words) {
    if (traits.size >= WORDS_A_COMMENT) break
    if (word.length > 1 && word.length <= 24) traits.add(word)
  }
  return [...traits]
}

/** Learns from scratch: what was undone or erased since is forgotten with it. */
export class Pupil {
  readonly #words = new Map<string, Seen>()
  readonly #model: Omit<Model, 'words'> = { spam: 0, approved: 0 }

  see(traits: readonly string[], isSpam: boolean): void {
    this.#model[isSpam ? 'spam' : 'approved']++
    for (const trait of traits) {
      const seen = this.#words.get(trait) ?? [0, 0]
      seen[isSpam ? 0 : 1]++
      this.#words.set(trait, seen)
    }
  }

  /** The most telling words; of those that stood in one comment alone nothing is learned. */
  learned(): Model {
    const model = { ...this.#model, words: {} }
    const telling = [...this.#words]
      .filter(([, [spam, approved]]) => spam + approved > 1)
      .map(([word, seen]) => ({ word, seen, weight: Math.abs(leaning(model, seen) - 0.5) }))
      .sort((a, b) => b.weight - a.weight || (a.word < b.word ? -1 : 1))
      .slice(0, VOCABULARY)
    return { ...model, words: Object.fromEntries(telling.map(({ word, seen }) => [word, seen])) }
  }
}

/** How much a word speaks for spam, between 0 and 1. */
function leaning({ spam, approved }: Omit<Model, 'words'>, [inSpam, inApproved]: Seen): number {
  const ofSpam = inSpam / Math.max(1, spam)
  const ofApproved = inApproved / Math.max(1, approved)
  const share = ofSpam / (ofSpam + ofApproved)
  const seen = inSpam + inApproved
  return (DOUBT * 0.5 + seen * share) / (DOUBT + seen)
}

export const isUsed = ({ spam, approved }: Pick<Model, 'spam' | 'approved'>): boolean =>
  spam >= LEARNED_FROM && approved >= LEARNED_FROM

/** What was learned says of a comment: how surely it is spam, and the words that say so the loudest. */
export type Opinion = { probability: number; words: string[] }

export function opinionOf(model: Model, traits: readonly string[]): Opinion {
  const known = traits
    .flatMap((word) => {
      // a word such as `constructor` must not find what every object has
      const seen = Object.hasOwn(model.words, word) ? model.words[word] : undefined
      return seen ? [{ word, leaning: leaning(model, seen) }] : []
    })
    .sort((a, b) => Math.abs(b.leaning - 0.5) - Math.abs(a.leaning - 0.5))
    .slice(0, STRONGEST)
  if (known.length === 0) return { probability: 0.5, words: [] }
  const sum = (of: (leaning: number) => number) =>
    -2 * known.reduce((total, { leaning }) => total + Math.log(of(leaning)), 0)
  const forSpam = chiSquared(
    sum((leaning) => leaning),
    known.length,
  )
  const against = chiSquared(
    sum((leaning) => 1 - leaning),
    known.length,
  )
  return {
    probability: (1 + forSpam - against) / 2,
    words: known
      .filter(({ leaning }) => leaning > 0.5)
      .slice(0, NAMED)
      .map(({ word }) => word),
  }
}

/** How likely chance alone exceeds `value`, with twice `pairs` degrees of freedom. */
function chiSquared(value: number, pairs: number): number {
  let term = Math.exp(-value / 2)
  let sum = term
  for (let i = 1; i < pairs; i++) {
    term *= value / 2 / i
    sum += term
  }
  return Math.min(1, sum)
}

/** Why what was learned holds a comment, `98 %: casino, watches`; null where it does not. */
export function suspicion(model: Model | null, reading: Reading): string | null {
  if (!model || !isUsed(model)) return null
  const { probability, words } = opinionOf(model, traits(reading))
  if (probability < HOLDS_FROM) return null
  return `${Math.floor(probability * 100)} %: ${words
    .map((word) => word.replace(/^→+/, ''))
    .filter(Boolean)
    .join(', ')}`
}
