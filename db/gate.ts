import type { Actor } from '@/domain/actor'
import { fieldsOf } from '@/domain/revision'
import type { Check } from '@/domain/score/check'
import type { GateGroup } from '@/domain/score/gate'
import { addedBy, judge, type JudgedCheck, type Stopper, stoppersIn } from '@/domain/score/judgement'
import { readDocument } from '@/domain/score/reading'
import { noSite } from '@/domain/score/subject'
import { mayWaive, textsOf, type Waived } from '@/domain/score/waivers'
import type { Tx } from './client'
import { gatherTyped } from './score-subject'
import { personOf, scoreOf } from './scorer'
import { getGate } from './settings'
import { factsOf, type Subject } from './subject'
import { listWaived } from './waivers'

/** How many problems a refusal names. */
const NAMED = 100

/** `problems` are the first of `count`. */
export type Stopped =
  | { kind: 'refused'; reason: 'gate'; problems: Stopper[]; count: number; mayWaive: boolean }
  /** The scorer failed, so nobody knows. */
  | { kind: 'refused'; reason: 'unchecked' }

/** What the site and its editors had decided when a text was read: what stops, and the waivers that let it through. */
type Decided = { groups: readonly GateGroup[]; waiverIds: readonly number[] }

declare const minted: unique symbol
/** Says that readers may be given a revision; only this file makes one. `by` is null where no decision changes it. */
export type Cleared = { readonly revisionId: number; readonly by: Decided | null; readonly [minted]: true }

const cleared = (revisionId: number, by: Decided | null = null) => ({ revisionId, by }) as Cleared

/** For what readers have or had: its date changes, or an undo gives it back. */
export const clearedBefore = (published: { id: number }): Cleared => cleared(published.id)

/** For content that comes with the program. */
export const clearedAtHome = (revision: { id: number }): Cleared => cleared(revision.id)

/** Whether what was decided still lets it through, now that it is used; `standing` are the article's waivers. */
export async function stillHolds({ by }: Cleared, standing: ReadonlySet<number>): Promise<boolean> {
  if (!by) return true
  const { groups } = await getGate()
  return groups.every((group) => by.groups.includes(group)) && by.waiverIds.every((id) => standing.has(id))
}

/**
 * What was found in a revision of an article, and what else was read then. `checks` is null where it could not be scored,
 * `isRead` false where the site stopped nothing and nobody was asked.
 */
export type Examined = {
  revisionId: number
  publishedId: number | null
  slug: string | null
  isRead: boolean
  checks: readonly Check[] | null
}

type Article = Subject['article']
type Revision = Subject['draft']

/** Reads a revision for what may stop it. Slow, and therefore outside of every transaction. */
export async function examine(
  actor: Actor,
  { article, revision }: { article: Article; revision: Revision },
  now: Date,
): Promise<Examined> {
  const { publishedRevisionId: publishedId, slug } = article
  const about = { revisionId: revision.id, publishedId, slug }
  // where nothing stops, a scorer that fails does not either
  if ((await getGate()).groups.length === 0) return { ...about, isRead: false, checks: [] }
  return { ...about, isRead: true, checks: await checksOf(article.id, revision, now, personOf(actor)) }
}

/** What the rules find in a revision; null where the scorer failed. */
async function checksOf(
  articleId: number,
  revision: Revision,
  now: Date,
  person?: string,
): Promise<readonly Check[] | null> {
  const gathered = await gatherTyped(articleId, fieldsOf(revision), now)
  if (!gathered) return null
  // what others publish, or take away elsewhere, never stops an article
  const score = await scoreOf({ ...gathered.subject, site: noSite() }, person ? { person } : undefined)
  return typeof score === 'string' ? null : score.checks
}

/** Whether what was found is still about this, and enough for what the site asks by now. */
const isAbout = (examined: Examined, { publishedRevisionId, slug }: Article, { id }: Revision) =>
  examined.revisionId === id && examined.publishedId === publishedRevisionId && examined.slug === slug

type Passing = { examined: Examined; article: Article; revision: Revision }

/**
 * Lets a revision through, or says what stops it: what the site's groups found and nobody waived. Null where something
 * has changed since it was examined, which has to be done again.
 */
export async function pass(
  tx: Tx,
  actor: Actor,
  { examined, article, revision }: Passing,
  now: Date,
): Promise<{ kind: 'cleared'; cleared: Cleared } | Stopped | null> {
  const { groups, waivers } = await getGate()
  if (!isAbout(examined, article, revision)) return null
  if (groups.length === 0) return { kind: 'cleared', cleared: cleared(revision.id) }
  if (!examined.isRead) return null
  if (!examined.checks) return { kind: 'refused', reason: 'unchecked' }
  const judged = judgedIn(examined.checks, {
    article,
    revision,
    groups,
    waived: await listWaived(article.id, tx),
  })
  const stoppers = stoppersIn(judged)
  // nothing can change before the transaction is over
  if (stoppers.length === 0) return { kind: 'cleared', cleared: cleared(revision.id) }
  return {
    kind: 'refused',
    reason: 'gate',
    problems: stoppers.slice(0, NAMED),
    count: stoppers.length,
    mayWaive: mayWaive(actor, waivers, factsOf(actor, { article, draft: revision }, now)),
  }
}

type Judging = { article: Article; revision: Revision; groups: readonly GateGroup[]; waived: Waived[] }

const judgedIn = (checks: readonly Check[], { article, revision, groups, waived }: Judging): JudgedCheck[] =>
  judge(checks, {
    groups,
    waived,
    texts: textsOf(revision, article.slug, readDocument(revision.document).blocks),
  })

/** An article, what readers have of it, and other wording for that. */
export type Rewording = { article: Subject['article']; before: Revision; after: Revision }

/** `problems`: what the wording would add; null where nobody could tell. */
export type Reworded = { kind: 'cleared'; cleared: Cleared } | { kind: 'stopped'; problems: Stopper[] | null }

/**
 * Lets other wording through unless it adds to what stops the article: readers have the rest already, and a repair of
 * some of it is none the worse. Slow, and therefore outside of every transaction; revisions never change.
 */
export async function passRewording({ article, before, after }: Rewording, now: Date): Promise<Reworded> {
  const { groups } = await getGate()
  const passed = (waiverIds: number[] = []) =>
    ({ kind: 'cleared', cleared: cleared(after.id, { groups, waiverIds }) }) as const
  if (groups.length === 0) return passed()
  const judgedOf = async (revision: Revision, waived: Waived[]) => {
    const checks = await checksOf(article.id, revision, now)
    return checks && judgedIn(checks, { article, revision, groups, waived })
  }
  const judged = await judgedOf(after, await listWaived(article.id))
  const found = judged && stoppersIn(judged)
  if (found?.length === 0) return passed(waiversIn(judged))
  const known = await judgedOf(before, [])
  if (!found || !known) return { kind: 'stopped', problems: null }
  const problems = addedBy(stoppersIn(known), found)
  return problems.length === 0
    ? passed(waiversIn(judged))
    : { kind: 'stopped', problems: problems.slice(0, NAMED) }
}

const waiversIn = (judged: JudgedCheck[] | null): number[] =>
  (judged ?? []).flatMap(({ stops, evidence }) =>
    stops === null ? [] : evidence.flatMap(({ waiver }) => waiver ?? []),
  )
