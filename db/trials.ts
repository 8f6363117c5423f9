import { setImmediate as breathe } from 'node:timers/promises'
import { and, desc, isNull, lt } from 'drizzle-orm'
import { type Actor, actorMay } from '@/domain/actor'
import { compileBans, endOf, type From } from '@/domain/moderation/bans'
import { compileHosts, listedHost } from '@/domain/moderation/hosts'
import { read, type Reading } from '@/domain/moderation/reading'
import type { ConsideredRule } from '@/domain/moderation/rule-input'
import { countMatch, nothingTried, type Trial, TRIAL_DAYS } from '@/domain/moderation/trial'
import { compileWords, findEntry } from '@/domain/moderation/word-list'
import { db } from './client'
import { comments } from './schema/comments'

const DAY_MS = 86_400_000
const NEWEST = 20_000
// some 10 ms of work: between two of them visitors are answered
const A_STEP = 100

/** What a rule finds in a comment; null for nothing. */
type Finder = (from: From, reading: Reading) => string | null

function finderOf(rule: ConsideredRule, now: Date): Finder {
  if (rule.kind === 'links')
    return (_, { links }) => (rule.from > 0 && links >= rule.from ? `${links} links` : null)
  if (rule.kind === 'ban') {
    const { kind, pattern, days } = rule.ban
    const bans = compileBans([{ kind, pattern, endsAt: endOf(kind, days, now) }])
    return (from, reading) => bans(from, reading, now)
  }
  if (rule.name === 'spam-hosts') {
    const { hosts } = compileHosts(rule.source)
    return (_, reading) =>
      reading.hosts.map((host) => listedHost(hosts, host)).find((host) => host !== null) ?? null
  }
  const list = compileWords(rule.source)
  return (_, { words, disguised }) => findEntry(list, words, disguised)
}

/** Tries a rule on what guests said in the last month, or on the newest of it where that is more than anybody waits for. */
export async function tryRule(actor: Actor, rule: ConsideredRule, now: Date): Promise<Trial> {
  const trial = nothingTried()
  if (!actorMay(actor, 'moderate')) return trial
  const find = finderOf(rule, now)
  const since = new Date(now.getTime() - TRIAL_DAYS * DAY_MS)
  let before = Number.MAX_SAFE_INTEGER
  for (let looked = 0; looked < NEWEST; looked += A_STEP) {
    const rows = await newest(before)
    for (const { createdAt, html, addressHash, decidedAt, ...row } of rows) {
      if (createdAt < since || createdAt > now) continue
      trial.seen++
      const { name, email, website } = row
      const found = find({ name, email, addressHash }, read({ name, email, website, html }))
      if (found !== null) countMatch(trial, { ...row, found, isDecided: decidedAt !== null })
    }
    const last = rows.at(-1)
    // what is imported may be old and stand among the new, so that only ids say where to stop
    if (!last || rows.length < A_STEP) return trial
    before = last.id
    await breathe()
  }
  return { ...trial, isPart: true }
}

const newest = (before: number) =>
  db()
    .select({
      id: comments.id,
      state: comments.state,
      name: comments.name,
      email: comments.email,
      website: comments.website,
      addressHash: comments.addressHash,
      createdAt: comments.createdAt,
      decidedAt: comments.decidedAt,
      source: comments.source,
      html: comments.html,
    })
    .from(comments)
    .where(and(isNull(comments.personId), lt(comments.id, before)))
    .orderBy(desc(comments.id))
    .limit(A_STEP)
