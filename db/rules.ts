import { gt } from 'drizzle-orm'
import { compileBans } from '@/domain/moderation/bans'
import type { ListName, Rules } from '@/domain/moderation/findings'
import { compileHosts } from '@/domain/moderation/hosts'
import { compileWords } from '@/domain/moderation/word-list'
import { type Db, type Opened, opened } from './client'
import { getVersions, PARTS } from './rule-versions'
import { bans, learned, lists } from './schema/rules'

type Kept<T> = { version: number; value: T }
type Compiled = { rules: Kept<Omit<Rules, 'model'>>; model: Kept<Rules['model']> }
const compiled = new WeakMap<Opened, Compiled>()

/** The rules of the site; compiled again only after one was changed, by whatever process. */
export async function getRules(from: Db, now: Date): Promise<Rules> {
  const file = opened()
  const known = compiled.get(file)
  const versionOf = await getVersions(from)
  const renew = async <T>(kept: Kept<T> | undefined, version: number, make: () => Promise<T>) =>
    kept?.version === version ? kept : { version, value: await make() }
  const rules = await renew(known?.rules, versionOf(PARTS.rules), () => compile(from, now))
  const model = await renew(known?.model, versionOf(PARTS.model), () => getModel(from))
  if (known?.rules !== rules || known.model !== model) compiled.set(file, { rules, model })
  return { ...rules.value, model: model.value }
}

async function getModel(from: Db): Promise<Rules['model']> {
  const [row] = await from.select({ model: learned.model }).from(learned).limit(1)
  return row?.model ?? null
}

async function compile(from: Db, now: Date): Promise<Omit<Rules, 'model'>> {
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
