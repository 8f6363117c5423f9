import { eq } from 'drizzle-orm'
import { type Actor, actorMay } from '@/domain/actor'
import { LIST_NAMES, type ListName } from '@/domain/moderation/findings'
import { compileHosts } from '@/domain/moderation/hosts'
import type { ListInput } from '@/domain/moderation/rule-input'
import { compileWords, entriesOf } from '@/domain/moderation/word-list'
import { record } from './audit'
import { type Db, db, transact } from './client'
import { outdate, PARTS } from './rule-versions'
import { lists } from './schema/rules'

/** `unusable`: the first lines that can match nothing, and how many there are; `changed`: somebody saved it meanwhile. */
export type ListSaved =
  | { kind: 'done'; entries: number; unusable: { lines: string[]; count: number } }
  | { kind: 'refused'; reason: 'forbidden' | 'changed' }

const NAMED = 10

/** Keeps a list as it was typed. Lines that cannot match anything are kept too, and named. */
export async function save(actor: Actor, { name, how, source }: ListInput, now: Date): Promise<ListSaved> {
  if (!actorMay(actor, 'set-policy')) return { kind: 'refused', reason: 'forbidden' }
  const before = await sourceOf(db(), name)
  const after = how === 'replace' || before === '' ? source : `${before.trimEnd()}\n${source}`
  // a long list takes a tenth of a second: outside of the transaction
  const { entries, unusable } = check(name, after)
  return transact(async (tx) => {
    if ((await sourceOf(tx, name)) !== before) return { kind: 'refused', reason: 'changed' }
    if (before !== after) {
      await tx
        .insert(lists)
        .values({ name, source: after, updatedAt: now })
        .onConflictDoUpdate({ target: lists.name, set: { source: after, updatedAt: now } })
      // lists are long: the journal names what changed, as far as anybody would read
      const change = changeOf(before, after)
      await record(tx, actor, now, { verb: 'list.set', subject: `list:${name}`, ...change })
      await outdate(tx, PARTS.rules)
    }
    return { kind: 'done', entries, unusable: { lines: unusable.slice(0, NAMED), count: unusable.length } }
  })
}

async function sourceOf(from: Db, name: ListName): Promise<string> {
  const [row] = await from.select({ source: lists.source }).from(lists).where(eq(lists.name, name))
  return row?.source ?? ''
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

/** A list as it was typed; empty where nobody began it. */
export const getList = async (actor: Actor, name: ListName): Promise<string | null> =>
  actorMay(actor, 'set-policy') ? sourceOf(db(), name) : null

/** A list that is longer is read from a file: browsers take seconds to lay out a field of so many lines. */
const EDITABLE = 20_000

/** A list at the desk; `source` is null where it is too long for a field. */
export type ListView = { name: ListName; entries: number; source: string | null }

export async function listLists(actor: Actor): Promise<ListView[] | null> {
  if (!actorMay(actor, 'set-policy')) return null
  const views: ListView[] = []
  for (const name of LIST_NAMES) {
    const source = await sourceOf(db(), name)
    const entries = [...entriesOf(source)].length
    views.push({ name, entries, source: source.length > EDITABLE ? null : source })
  }
  return views
}
