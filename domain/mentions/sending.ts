import type { Protocol } from './discovery'
import { urlOf } from '../url'

/**
 * `due`: to be told, or to be tried again. `none`: the other side takes no mentions. `gone`: it was told that the link
 * is gone, or need not be.
 */
export const SENDING_STATES = ['due', 'sent', 'none', 'failed', 'gone'] as const
export type SendingState = (typeof SENDING_STATES)[number]

/** Why a mention stands as it does, beyond its state. */
export const SENDING_REASONS = [
  // what a request came to, as `net/` says
  'address',
  'name',
  'redirects',
  'size',
  'time',
  'network',
  'busy',
  // the page, or the endpoint, answered with the status
  'page',
  'refused',
  // a fault of pingback, or no answer that is one
  'fault',
  'answer',
  // a link to this very site
  'own',
  // nobody elsewhere could read a page of this machine
  'here',
  // pingback knows no second time
  'once',
  // the program ended before the answer came
  'unheard',
] as const
export type SendingReason = (typeof SENDING_REASONS)[number]

/** In place of a revision: that there is no link any more. */
export const WITHDRAWN = 0

/** Tries to tell one thing, spread over about a day. */
export const MOST_TRIES = 8

/** Kept so long after the last try, once the link itself is gone. */
export const TOLD_KEPT_MS = 90 * 86_400_000

/** At most so many links of an article are told about. */
export const MOST_TARGETS = 500

const FIRST_REST_MS = 60_000
const LONGEST_REST_MS = 8 * 3_600_000
const DAY_MS = 86_400_000

/**
 * How long a mention rests after its `tries`-th failure: a minute, four times as long each time, eight hours at most,
 * spread by a quarter; longer where the other side asks for it, up to a day.
 */
export const restMs = (tries: number, chance: number, askedMs = 0): number =>
  Math.max(
    Math.round(Math.min(FIRST_REST_MS * 4 ** (tries - 1), LONGEST_REST_MS) * (0.75 + chance / 2)),
    Math.min(askedMs, DAY_MS),
  )

/** What `Retry-After` asks for, in seconds or as a date. */
export function askedRestMs(header: string | undefined, now: Date): number {
  if (header === undefined) return 0
  if (/^\s*\d+\s*$/.test(header)) return Number(header) * 1_000
  const at = Date.parse(header)
  return Number.isNaN(at) ? 0 : Math.max(0, at - now.getTime())
}

/** Whether an answer may be another one later. */
export const isPassing = (status: number): boolean => status >= 500 || [408, 425, 429].includes(status)

/** Pingback's faults that may be gone later: the other side could not read our page just now. */
export const isPassingFault = (fault: number): boolean => [16, 50].includes(fault)

/** It is on record there already. */
export const ALREADY = 48

/** Addresses that a mention may be sent to: each once, in order. */
export function targetsAmong(hrefs: string[]): { target: string; host: string }[] {
  const targets = new Map<string, string>()
  for (const href of hrefs) {
    const url = /^https?:/i.test(href) && targets.size < MOST_TARGETS ? urlOf(href) : null
    if (url) targets.set(href, url.host)
  }
  return [...targets].map(([target, host]) => ({ target, host }))
}

/** How a mention stands. */
export type Sending = {
  state: SendingState
  /** The article that readers have, or will have, holds the link. */
  isLinked: boolean
  reason: SendingReason | ''
  /** Of the last answer: a status, or a fault of pingback. */
  status: number | null
  protocol: Protocol | null
  tries: number
}

/** What the buttons offer to tell again. */
export const mayBeSentAgain = ({
  state,
  isLinked,
  reason,
}: Pick<Sending, 'state' | 'isLinked' | 'reason'>): boolean =>
  reason !== 'own' && reason !== 'here' && (isLinked || state === 'failed')
