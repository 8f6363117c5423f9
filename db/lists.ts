import { eq } from 'drizzle-orm'
import { type Actor, actorMay } from '@/domain/actor'
import { LIST_NAMES, type ListName } from '@/domain/moderation/findings'
import { compileHosts } from '@/domain/moderation/hosts'
import type { ListInput } from '@/domain/moderation/rule-input'
import { compileWords, entriesOf } from '@/domain/moderation/word-list'
import { record } from './audit'
import { db, transact } from './client'
import { outdateRules } from './rules'
import { lists } from './schema/rules'

/** `unusable`: the first lines that can match nothing, and how many there are. */
export type ListSaved =
  | { kind: 'done'; entries: number; unusable: { lines: string[]; count: number } }
  | { kind: 'refused'; reason: 'forbidden' }

const NAMED = 10

/** Keeps a list as it was typed. Lines that cannot match anything are kept too, and named. */
export async function save(actor: Actor, { name, source }: ListInput, now: Date): Promise<ListSaved> {
  if (!actorMay(actor, 'set-policy')) return { kind: 'refused', reason: 'forbidden' }
  // a long list takes a tenth of a second: outside of the transaction
  const { entries, unusable } = check(name, source)
  await transact(async (tx) => {
    const [before] = await tx.select().from(lists).where(eq(lists.name, name))
    if ((before?.source ?? '') === source) return
    await tx
      .insert(lists)
      .values({ name, source, updatedAt: now })
      .onConflictDoUpdate({ target: lists.name, set: { source, updatedAt: now } })
    await record(tx, actor, now, {
      verb: 'list.set',
      subject: `list:${name}`,
      // lists are long: the journal names what changed, as far as anybody would read
      ...changeOf(before?.source ?? '', source),
    })
    await outdateRules(tx)
  })
  return { kind: 'done', entries, unusable: { lines: unusable.slice(0, NAMED), count: unusable.length } }
}

function check(name: ListName, source: string): { entries: number; unusable: string[] } {
  if (name !== 'spam-hosts') return compileWords(source)
  const { hosts, unusable } = compileHosts(source)
  return { entries: hosts.size, unusable }
}

const IN_JOURNAL = 50

function changeOf(before: string, after: string): { before: unknown; after: unknown } {
  const [old, now] = [new Set(entriesOf(before)), new Set(entriesOf(after))]
  const missing = (from: Set<string>, in_: Set<string>) =>
    [...from].filter((entry) => !in_.has(entry)).slice(0, IN_JOURNAL)
  return {
    before: { entries: old.size, removed: missing(old, now) },
    after: { entries: now.size, added: missing(now, old) },
  }
}

/** The lists as they were typed; those that nobody began are empty. */
export async function listLists(actor: Actor): Promise<Record<ListName, string> | null> {
  if (!actorMay(actor, 'set-policy')) return null
  const rows = await db().select({ name: lists.name, source: lists.source }).from(lists)
  const sources: Record<ListName, string> = { 'hold-words': '', 'spam-words': '', 'spam-hosts': '' }
  for (const name of LIST_NAMES) sources[name] = rows.find((row) => row.name === name)?.source ?? ''
  return sources
}
