import { eq, inArray } from 'drizzle-orm'
import type { StaffActor } from '@/domain/actor'
import { actorMay } from '@/domain/actor'
import { fieldsOf, revisionInput } from '@/domain/revision'
import type { Stopper } from '@/domain/score/judgement'
import { mended, type Suggestion } from '@/domain/score/mending'
import { isSame } from '@/domain/score/waivers'
import { handOf, record } from './audit'
import { db, transact, type Tx } from './client'
import { addRevision } from './editing'
import { clearedBefore, passRewording } from './gate'
import { countingOf, listSuggestions } from './repairs'
import { revisions } from './schema/articles'
import { repairs, skippedMends } from './schema/repairs'
import { dropMendKey, putKeys } from './score-keys'
import { factsOf, getSubject, type Subject } from './subject'
import { swap, type Texts } from './swapping'

/** Places that were suggested for a revision, by their keys. */
export type Choice = { articleId: number; revisionId: number; keys: string[] }

type Refused = { kind: 'refused'; reason: 'forbidden' | 'changed' }
export type RepairResult =
  | { kind: 'done'; places: number }
  | Refused
  /** `problems`: what the mend would add to what stops the article; null where nobody could tell. */
  | { kind: 'refused'; reason: 'gate'; problems: Stopper[] | null }

const CHANGED: Refused = { kind: 'refused', reason: 'changed' }
const FORBIDDEN: Refused = { kind: 'refused', reason: 'forbidden' }

type Chosen = { subject: Subject; suggestions: Suggestion[] }

/** What was chosen, if it is still suggested and the actor may change the article and give it to readers. */
async function choose(
  tx: Tx,
  actor: StaffActor,
  { articleId, revisionId, keys }: Choice,
  now: Date,
): Promise<Chosen | Refused> {
  const subject = await getSubject(articleId, tx)
  if (!subject) return CHANGED
  if (!mayRepair(actor, subject, now)) return FORBIDDEN
  if (countingOf(subject.article) !== revisionId) return CHANGED
  const all = await listSuggestions(articleId, revisionId, tx)
  const suggestions = all.filter(({ key }) => keys.includes(key))
  return suggestions.length === 0 || suggestions.length < new Set(keys).size
    ? CHANGED
    : { subject, suggestions }
}

function mayRepair(actor: StaffActor, subject: Subject, now: Date): boolean {
  const facts = factsOf(actor, subject, now)
  return actorMay(actor, 'publish', facts) && actorMay(actor, 'write', facts)
}

type Written = { subject: Subject; from: Texts; to: Texts; places: number }

/** Mends places in one new revision, which readers of a public article get where the gate lets it through. */
export async function mend(actor: StaffActor, choice: Choice, now: Date): Promise<RepairResult> {
  const written = await transact((tx) => write(tx, actor, choice, now))
  if ('kind' in written) return written
  const passed = await passWritten(written, now)
  const { from, to, places } = written
  const { articleId } = choice
  return transact(async (tx) => {
    if (passed?.kind === 'stopped') {
      await drop(tx, written)
      return { kind: 'refused', reason: 'gate', problems: passed.problems }
    }
    const reason = `Mended ${places} ${places === 1 ? 'place' : 'places'}`
    const swaps = [{ articleId, from, to, cleared: passed?.cleared ?? null }]
    const done = await swap(tx, actor, { swaps, verb: 'article.repair', reason }, now)
    if (!done.has(articleId)) {
      await drop(tx, written)
      return CHANGED
    }
    await tx.insert(repairs).values({
      ...{ articleId, ...handOf(actor), kind: 'mended', places, decidedAt: now },
      ...{ draftBefore: from.draft, draftAfter: to.draft },
      ...{ publishedBefore: from.published, publishedAfter: to.published },
    })
    await dropMendKey(tx, articleId)
    return { kind: 'done', places }
  })
}

/** Writes the new texts down, which nobody sees yet; a draft of its own gets what it says alike. */
async function write(tx: Tx, actor: StaffActor, choice: Choice, now: Date): Promise<Written | Refused> {
  const chosen = await choose(tx, actor, choice, now)
  if ('kind' in chosen) return chosen
  const { subject, suggestions } = chosen
  const { article, draft } = subject
  const from = {
    draft: draft.id,
    published: article.state === 'published' ? article.publishedRevisionId : null,
  }
  const add = async (revision: Subject['draft'], some: Suggestion[]) => {
    const input = revisionInput.safeParse(mended(fieldsOf(revision), some))
    if (!input.success || some.length === 0) return null
    return addRevision(tx, actor, { articleId: article.id, input: input.data, reason: 'replace' }, now)
  }
  const [counting] = await tx.select().from(revisions).where(eq(revisions.id, choice.revisionId))
  const id = counting ? await add(counting, suggestions) : null
  if (id === null) return CHANGED
  const places = suggestions.length
  if (from.published === null) return { subject, from, to: { draft: id, published: null }, places }
  if (from.published === from.draft) return { subject, from, to: { draft: id, published: id }, places }
  const alike = (await listSuggestions(article.id, draft.id, tx)).filter((each) =>
    suggestions.some((other) => each.passages.some((a) => other.passages.some((b) => isSame(a, b)))),
  )
  return { subject, from, to: { draft: (await add(draft, alike)) ?? draft.id, published: id }, places }
}

/** null where readers get nothing new. */
async function passWritten({ subject: { article }, from, to }: Written, now: Date) {
  if (to.published === null || from.published === null) return null
  const rows = await db()
    .select()
    .from(revisions)
    .where(inArray(revisions.id, [from.published, to.published]))
  const before = rows.find(({ id }) => id === from.published)
  const after = rows.find(({ id }) => id === to.published)
  if (!before || !after) return { kind: 'stopped', problems: null } as const
  return passRewording({ article, before, after }, now)
}

/** What was written and came to nothing. */
async function drop(tx: Tx, { from, to }: Written): Promise<void> {
  const ids = [to.draft, to.published ?? 0].filter((id) => id !== from.draft)
  await tx.delete(revisions).where(inArray(revisions.id, ids))
}

/** Leaves places as they are; they are not suggested again while their words stay. */
export function skip(actor: StaffActor, choice: Choice, now: Date): Promise<RepairResult> {
  return transact(async (tx) => {
    const chosen = await choose(tx, actor, choice, now)
    if ('kind' in chosen) return chosen
    const { articleId } = choice
    const places = chosen.suggestions.length
    const [row] = await tx
      .insert(repairs)
      .values({ articleId, ...handOf(actor), kind: 'skipped', places, decidedAt: now })
      .returning({ id: repairs.id })
    if (!row) throw new Error('What was skipped was not stored')
    const passages = chosen.suggestions.flatMap((each) => each.passages)
    await tx
      .insert(skippedMends)
      .values(passages.map((passage) => ({ ...passage, repairId: row.id, articleId })))
    await putKeys(tx, articleId)
    await record(tx, actor, now, {
      verb: 'article.skip-repair',
      subject: `article:${articleId}`,
      after: passages,
    })
    return { kind: 'done', places }
  })
}

/** Takes back what was mended, unless somebody changed the article since, or suggests again what was skipped. */
export function undo(actor: StaffActor, repairId: number, now: Date): Promise<RepairResult> {
  return transact(async (tx) => {
    const [row] = await tx.select().from(repairs).where(eq(repairs.id, repairId))
    const subject = row && row.undoneAt === null ? await getSubject(row.articleId, tx) : null
    if (!row || !subject) return CHANGED
    if (!mayRepair(actor, subject, now)) return FORBIDDEN
    const { articleId, places } = row
    if (row.draftBefore !== null && row.draftAfter !== null) {
      const [from, to] = [
        { draft: row.draftAfter, published: row.publishedAfter },
        { draft: row.draftBefore, published: row.publishedBefore },
      ]
      const cleared = to.published === null ? null : clearedBefore({ id: to.published })
      const reason = 'Took back what was mended'
      const swaps = [{ articleId, from, to, cleared }]
      const done = await swap(tx, actor, { swaps, verb: 'article.undo-repair', reason }, now)
      if (!done.has(articleId)) return CHANGED
    } else {
      await tx.delete(skippedMends).where(eq(skippedMends.repairId, repairId))
      await putKeys(tx, articleId)
      await record(tx, actor, now, { verb: 'article.undo-skip-repair', subject: `article:${articleId}` })
    }
    await tx.update(repairs).set({ undoneBy: actor.name, undoneAt: now }).where(eq(repairs.id, repairId))
    return { kind: 'done', places }
  })
}
