import { eq } from 'drizzle-orm'
import type { Actor } from '@/domain/actor'
import { refusalOf } from '@/domain/article-actions'
import { articlePath, isPublic } from '@/domain/articles'
import { type Consequence, consequenceOf } from '@/domain/discussion/consequence'
import { record } from './audit'
import type { Db, Tx } from './client'
import { db, transact } from './client'
import { type Cleared, clearedBefore, examine, type Examined, pass, type Stopped } from './gate'
import { dropLinks, leadLinks, writeLinks } from './links'
import { list, unlist } from './listings'
import { announce, withdraw } from './outgoing'
import { dropNames, putNames } from './public-names'
import { release } from './redirects'
import { doubt } from './score-work'
import { articles, publications, revisions } from './schema/articles'
import { indexTitle } from './search'
import { getPolicy } from './settings'
import { freeSlug } from './slugs'
import type { Denied, Subject } from './subject'
import { factsOf, getSubject, permitted } from './subject'
import { touches } from './touches'

/** `isSmall`: an update that is only a small correction, which starts no clock of the discussion again. */
type Publishing = { at?: Date | undefined; isSmall?: boolean | undefined }

export type PublishResult = { kind: 'done'; slug: string; publishAt: Date } | Stopped | Denied

/** What publishing would do: give readers the draft from an instant on, or nothing, because it may not or has done it. */
function plan(
  actor: Actor,
  subject: Subject,
  at: Date | undefined,
  now: Date,
): { kind: 'due'; publishAt: Date } | PublishResult {
  const { article } = subject
  const action = at && at > now ? 'schedule' : isPublic(article, now) ? 'update' : 'publish'
  const reason = refusalOf(action, actor, factsOf(actor, subject, now), now)
  if (reason && reason !== 'unchanged') return { kind: 'refused', reason }
  const publishAt = at ?? dateOf(article, now)
  const { slug } = article
  // asked twice, done once
  if (reason && slug !== null && publishAt.getTime() === article.publishAt?.getTime())
    return { kind: 'done', slug, publishAt }
  return { kind: 'due', publishAt }
}

// somebody who saves that often is still writing
const ATTEMPTS = 20

/** Tries again while what was examined has changed by the time of the transaction; in the end nobody knows. */
async function untilSettled<T>(
  attempt: () => Promise<T | null>,
): Promise<T | Extract<Stopped, { reason: 'unchecked' }>> {
  for (let n = 0; n < ATTEMPTS; n++) {
    const result = await attempt()
    if (result) return result
  }
  return { kind: 'refused', reason: 'unchecked' }
}

/**
 * Gives readers the draft: now, or from an instant to come, at which nobody has to do anything.
 * An instant that has passed dates the article back. What is public already is updated and keeps its date.
 * What the gate finds is found before the transaction, which makes sure that it is about the same draft.
 */
export function publish(
  actor: Actor,
  id: number,
  { at, isSmall = false }: Publishing,
  now: Date,
): Promise<PublishResult> {
  return untilSettled(async () => {
    const before = await getSubject(id, db())
    if (!before) return { kind: 'missing' }
    const planned = plan(actor, before, at, now)
    if (planned.kind !== 'due') return planned
    const examined = await examine(actor, { article: before.article, revision: before.draft }, now)
    return transact(async (tx) => {
      const subject = await getSubject(id, tx)
      if (!subject) return { kind: 'missing' }
      const planned = plan(actor, subject, at, now)
      if (planned.kind !== 'due') return planned
      const { article, draft } = subject
      const passed = await pass(tx, actor, { examined, article, revision: draft }, now)
      if (passed?.kind !== 'cleared') return passed
      const { publishAt } = planned
      return makePublic(tx, actor, { ...subject, cleared: passed.cleared, publishAt, isSmall }, now)
    })
  })
}

/** The date that readers are shown: an article that was public before keeps its own. */
const dateOf = ({ publishAt }: Subject['article'], now: Date) =>
  publishAt !== null && publishAt <= now ? publishAt : now

type Appearing = Subject & { cleared: Cleared; publishAt: Date; isSmall?: boolean }

/** Makes a draft that was let through the revision that readers get from `publishAt` on. */
export async function makePublic(
  tx: Tx,
  actor: Actor,
  { article, draft, cleared, publishAt, isSmall = false }: Appearing,
  now: Date,
): Promise<PublishResult> {
  if (cleared.revisionId !== draft.id) throw new Error(`Revision ${draft.id} was not let through`)
  const { id, firstPublishedAt } = article
  const slug = article.slug ?? (await freeSlug(tx, draft.title))
  // what was only scheduled was never published: its first instant is still to come
  const wasPublished = firstPublishedAt !== null && firstPublishedAt <= now
  const isUpdate = wasPublished && article.publishedRevisionId !== draft.id
  const isRenewal = isUpdate && !isSmall
  await tx
    .update(articles)
    .set({
      slug,
      state: 'published',
      publishAt,
      publishedRevisionId: draft.id,
      firstPublishedAt: wasPublished ? firstPublishedAt : publishAt > now ? publishAt : now,
      revisedAt: isUpdate ? now : article.revisedAt,
      renewedAt: isRenewal ? now : article.renewedAt,
      updatedAt: now,
    })
    .where(eq(articles.id, id))
  await tx
    .insert(publications)
    .values({
      articleId: id,
      revisionId: draft.id,
      publishAt,
      renewedAt: !isRenewal ? null : publishAt > now ? publishAt : now,
    })
    .onConflictDoNothing()
  await list(tx, id, draft, publishAt)
  await indexTitle(tx, id, { publicTitle: draft.title })
  const mentioned = await writeLinks(tx, { articleId: id, revisionId: draft.id, publishAt }, draft.document)
  // starter content tells nobody
  if (actor.kind === 'staff')
    await announce(tx, { articleId: id, revisionId: draft.id, publishAt }, draft.document, now)
  if (article.slug === null) {
    await release(tx, articlePath(slug))
    mentioned.push(...(await leadLinks(tx, slug, id)))
  }
  const peers = await putNames(tx, id, draft, publishAt)
  await doubt(tx, [id, ...mentioned, ...peers], now, { isPublic: true })
  await record(tx, actor, now, {
    verb: isPublic(article, now)
      ? 'article.update'
      : publishAt > now
        ? 'article.schedule'
        : 'article.publish',
    subject: `article:${id}`,
    before: publicationOf(article),
    after: { state: 'published', slug, publishAt, revisionId: draft.id, ...(isUpdate && { isSmall }) },
  })
  await touches(tx, 'articles', `slug:${slug}`, ...[id, ...mentioned].map((each) => `article:${each}`))
  return { kind: 'done', slug, publishAt }
}

const publicationOf = ({ state, slug, publishAt, publishedRevisionId }: Subject['article']) => ({
  state,
  slug,
  publishAt,
  revisionId: publishedRevisionId,
})

export type RedateResult =
  | { kind: 'done'; publishAt: Date }
  /** It would also open or close the discussion, and nobody agreed to that. */
  | { kind: 'refused'; reason: Consequence }
  | Stopped
  | Denied

type Redating = { publishAt: Date; agreed: Consequence | null }

/**
 * Gives what is published another date and nothing else; what that does to its discussion has to be agreed to. What
 * readers have passed the gate; what was only scheduled passes it once more, since another date may show it at once.
 */
export function changeDate(actor: Actor, id: number, redating: Redating, now: Date): Promise<RedateResult> {
  return untilSettled(async () => {
    const before = await getSubject(id, db())
    const isWaiting =
      before !== null &&
      refusalOf('change-date', actor, factsOf(actor, before, now), now) === null &&
      !isPublic(before.article, now)
    const waiting = isWaiting ? await getPublished(before.article, db()) : null
    const examined =
      isWaiting && waiting ? await examine(actor, { article: before.article, revision: waiting }, now) : null
    return transact((tx) => redate(tx, actor, id, { ...redating, examined }, now))
  })
}

async function redate(
  tx: Tx,
  actor: Actor,
  id: number,
  { publishAt, agreed, examined }: Redating & { examined: Examined | null },
  now: Date,
): Promise<RedateResult | null> {
  const permit = await permitted(tx, actor, 'change-date', id, now)
  if (permit.kind !== 'permitted') return permit
  const { article } = permit.subject
  if (article.publishAt?.getTime() === publishAt.getTime()) return { kind: 'done', publishAt }
  const consequence = consequenceOf(article, { ...article, publishAt }, await getPolicy(), now)
  if (consequence && consequence !== agreed) return { kind: 'refused', reason: consequence }
  const published = await getPublished(article, tx)
  if (!published) throw new Error(`Article ${id} is published without a revision`)
  let cleared = clearedBefore(published)
  if (!isPublic(article, now)) {
    const passed = examined && (await pass(tx, actor, { examined, article, revision: published }, now))
    if (passed?.kind !== 'cleared') return passed
    cleared = passed.cleared
  }
  await makePublic(tx, actor, { article, draft: published, cleared, publishAt }, now)
  return { kind: 'done', publishAt }
}

async function getPublished(
  { publishedRevisionId }: Subject['article'],
  from: Db,
): Promise<Subject['draft'] | null> {
  const [revision] = await from
    .select()
    .from(revisions)
    .where(eq(revisions.id, publishedRevisionId ?? 0))
  return revision ?? null
}

/** Takes an article from its readers, or calls its publication off; its address and date are kept for a return. */
export function unpublish(actor: Actor, id: number, now: Date): Promise<{ kind: 'done' } | Denied> {
  return transact(async (tx) => {
    const permit = await permitted(tx, actor, 'unpublish', id, now)
    if (permit.kind !== 'permitted') return permit
    const { article } = permit.subject
    const wasPublic = isPublic(article, now)
    const state =
      article.firstPublishedAt !== null && article.firstPublishedAt <= now ? 'unpublished' : 'draft'
    await tx
      .update(articles)
      .set({
        state,
        publishAt: wasPublic ? article.publishAt : null,
        firstPublishedAt: state === 'draft' ? null : article.firstPublishedAt,
        updatedAt: now,
      })
      .where(eq(articles.id, id))
    await unlist(tx, id)
    const mentioned = await dropLinks(tx, id)
    await withdraw(tx, id, now)
    await doubt(tx, [id, ...mentioned, ...(await dropNames(tx, id))], now, { isPublic: true })
    await record(tx, actor, now, {
      verb: 'article.unpublish',
      subject: `article:${id}`,
      before: publicationOf(article),
      after: { state },
    })
    await touches(
      tx,
      'articles',
      `slug:${article.slug}`,
      ...[id, ...mentioned].map((each) => `article:${each}`),
    )
    return { kind: 'done' }
  })
}
