import { eq, gt, sql } from 'drizzle-orm'
import { compileBans } from '@/domain/moderation/bans'
import type { ListName, Rules } from '@/domain/moderation/findings'
import { compileHosts } from '@/domain/moderation/hosts'
import { compileWords } from '@/domain/moderation/word-list'
import { type Db, type Opened, opened, type Tx } from './client'
import { bans, lists, rulesVersion } from './schema/rules'

const ONLY = 1

type Compiled = { version: number; rules: Rules }
const compiled = new WeakMap<Opened, Compiled>()

/** The rules of the site; compiled again only after one was changed, by whatever process. */
export async function getRules(from: Db, now: Date): Promise<Rules> {
  const file = opened()
  const known = compiled.get(file)
  const version = await getVersion(from)
  if (known?.version === version) return known.rules
  const rules = await compile(from, now)
  compiled.set(file, { version, rules })
  return rules
}

async function getVersion(from: Db): Promise<number> {
  const [row] = await from.select().from(rulesVersion).where(eq(rulesVersion.id, ONLY))
  return row?.version ?? 0
}

/** Says, in the transaction that changes a rule, that what others hold is old. */
export async function outdateRules(tx: Tx): Promise<void> {
  await tx
    .insert(rulesVersion)
    .values({ id: ONLY, version: 1 })
    .onConflictDoUpdate({
      target: rulesVersion.id,
      set: { version: sql`${rulesVersion.version} + 1` },
    })
}

async function compile(from: Db, now: Date): Promise<Rules> {
  const rows = await from.select({ name: lists.name, source: lists.source }).from(lists)
  const sources = new Map(rows.map(({ name, source }) => [name, source]))
  const sourceOf = (name: ListName) => sources.get(name) ?? ''
  const standing = await from
    .select({ kind: bans.kind, pattern: bans.pattern, endsAt: bans.endsAt })
    .from(bans)
    .where(gt(bans.endsAt, now))
  return {
    bans: compileBans(standing),
    holdWords: compileWords(sourceOf('hold-words')),
    spamWords: compileWords(sourceOf('spam-words')),
    spamHosts: compileHosts(sourceOf('spam-hosts')).hosts,
  }
}
