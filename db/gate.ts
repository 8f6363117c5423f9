import type { Actor } from '@/domain/actor'
import { fieldsOf } from '@/domain/revision'
import type { Check } from '@/domain/score/check'
import { addedBy, judge, type Stopper, stoppersIn } from '@/domain/score/judgement'
import { readDocument } from '@/domain/score/reading'
import { noSite } from '@/domain/score/subject'
import { mayWaive, textsOf, type Waived } from '@/domain/score/waivers'
import type { Tx } from './client'
import { gatherTyped } from './score-subject'
import { scoreOf } from './scorer'
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

declare const minted: unique symbol
/** Says that readers may be given a revision; only this file makes one. */
export type Cleared = { readonly revisionId: number; readonly [minted]: true }

const cleared = (revisionId: number) => ({ revisionId }) as Cleared

/** For what readers have or had: its date changes, or an undo gives it back. */
export const clearedBefore = (published: { id: number }): Cleared => cleared(published.id)

/** For content that comes with the program. */
export const clearedAtHome = (revision: { id: number }): Cleared => cleared(revision.id)

/** What was found in a draft, and in what it stands beside; null where it could not be scored. */
export type Examined = { draftId: number; publishedId: number | null; checks: readonly Check[] | null }

/** Reads a draft for what may stop it. Slow, and therefore outside of every transaction. */
export async function examine({ article, draft }: Subject, now: Date): Promise<Examined> {
  const about = { draftId: draft.id, publishedId: article.publishedRevisionId }
  // where nothing stops, a scorer that fails does not either
  if ((await getGate()).groups.length === 0) return { ...about, checks: [] }
  return { ...about, checks: await checksOf(article.id, draft, now) }
}

type Revision = Subject['draft']

/** What the rules find in a revision; null where the scorer failed. */
async function checksOf(articleId: number, revision: Revision, now: Date): Promise<readonly Check[] | null> {
  const gathered = await gatherTyped(articleId, fieldsOf(revision), now)
  if (!gathered) return null
  // what others publish, or take away elsewhere, never stops an article
  const score = await scoreOf({ ...gathered.subject, site: noSite() })
  return typeof score === 'string' ? null : score.checks
}

/** Whether what was found is still about this. */
export const isOf = ({ draftId, publishedId }: Examined, { article, draft }: Subject): boolean =>
  draftId === draft.id && publishedId === article.publishedRevisionId

/** Lets a draft through, or says what stops it: what the site's groups found and nobody waived. */
export async function pass(
  tx: Tx,
  actor: Actor,
  examined: Examined,
  subject: Subject,
  now: Date,
): Promise<{ kind: 'cleared'; cleared: Cleared } | Stopped> {
  const { article, draft } = subject
  const { groups, waivers } = await getGate()
  if (groups.length === 0) return { kind: 'cleared', cleared: cleared(draft.id) }
  if (!examined.checks) return { kind: 'refused', reason: 'unchecked' }
  const texts = textsOf(draft, article.slug, readDocument(draft.document).blocks)
  const waived = await listWaived(article.id, tx)
  const stoppers = stoppersIn(judge(examined.checks, { groups, waived, texts }))
  if (stoppers.length === 0) return { kind: 'cleared', cleared: cleared(draft.id) }
  return {
    kind: 'refused',
    reason: 'gate',
    problems: stoppers.slice(0, NAMED),
    count: stoppers.length,
    mayWaive: mayWaive(actor, waivers, factsOf(actor, subject, now)),
  }
}

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
  const passed = { kind: 'cleared', cleared: cleared(after.id) } as const
  if (groups.length === 0) return passed
  const stoppersOf = async (revision: Revision, waived: Waived[]) => {
    const checks = await checksOf(article.id, revision, now)
    const texts = textsOf(revision, article.slug, readDocument(revision.document).blocks)
    return checks && stoppersIn(judge(checks, { groups, waived, texts }))
  }
  const found = await stoppersOf(after, await listWaived(article.id))
  if (found?.length === 0) return passed
  const known = await stoppersOf(before, [])
  if (!found || !known) return { kind: 'stopped', problems: null }
  const problems = addedBy(known, found)
  return problems.length === 0 ? passed : { kind: 'stopped', problems: problems.slice(0, NAMED) }
}
