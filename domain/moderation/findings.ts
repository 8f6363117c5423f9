import type { BanMatcher, From } from './bans'
import { listedHost } from './hosts'
import type { Reading } from './reading'
import { type Model, suspicion } from './learned'
import { findEntry, type WordList } from './word-list'

/** The lists that staff keep. */
export const LIST_NAMES = ['hold-words', 'spam-words', 'spam-hosts'] as const
export type ListName = (typeof LIST_NAMES)[number]

/** The rules of a site, compiled once and kept in memory. */
export type Rules = {
  bans: BanMatcher
  holdWords: WordList
  spamWords: WordList
  spamHosts: ReadonlySet<string>
  /** What decisions taught; null before the first. */
  model: Model | null
}

/** What the rules found in a comment. */
export type Findings = {
  /** The pattern of a ban; empty where it is by network. */
  ban: string | null
  spamWord: string | null
  spamHost: string | null
  holdWord: string | null
  links: number
  /** Why it reads like what moderators called spam. */
  suspicion: string | null
}

export const NOTHING_FOUND: Findings = {
  ban: null,
  spamWord: null,
  spamHost: null,
  holdWord: null,
  links: 0,
  suspicion: null,
}

/** Holds a comment against every rule. */
export function find(rules: Rules, from: From, reading: Reading, now: Date): Findings {
  const { words, disguised, hosts, links } = reading
  return {
    ban: rules.bans(from, reading, now),
    spamWord: findEntry(rules.spamWords, words, disguised),
    spamHost: firstOf(hosts, (host) => listedHost(rules.spamHosts, host)),
    holdWord: findEntry(rules.holdWords, words, disguised),
    links,
    suspicion: suspicion(rules.model, reading),
  }
}

function firstOf<T, R>(all: readonly T[], find: (each: T) => R | null): R | null {
  for (const each of all) {
    const found = find(each)
    if (found !== null) return found
  }
  return null
}
