import { eq } from 'drizzle-orm'
import type { Actor, StaffActor } from '@/domain/actor'
import { actorMay } from '@/domain/actor'
import { articlePath } from '@/domain/articles'
import { choiceColumns, choiceOf, chosen } from '@/domain/discussion/chosen'
import type { DiscussionInput } from '@/domain/discussion/input'
import { countWords, mediaIdsIn, plainText } from '@/domain/document/text'
import type { DraftInput, RevisionInput } from '@/domain/revision'
import { blankRevision, sameRevision } from '@/domain/revision'
import { isReservedSlug, isSlug } from '@/domain/slug'
import { record } from './audit'
import type { Tx } from './client'
import { transact } from './client'
import { leadLinks, listTargets } from './links'
import { listImagesByIds } from './media'
import { announceMove } from './outgoing'
import { wantChecked } from './outside-links'
import { listPeopleByIds } from './people'
import { listNamesakes } from './public-names'
import { move, release } from './redirects'
import { doubt } from './score-work'
import { articles, revisions } from './schema/articles'
import { indexTitle } from './search'
import { ownerOfSlug } from './slugs'
import type { Denied } from './subject'
import { permitted } from './subject'
import { thinLater } from './thinning'
import { listTopicsByIds } from './topics'
import { touches } from './touches'
import { endOutdated } from './waivers'

/** Something that the revision names does not exist (any more). */
type Unknown = { kind: 'refused'; reason: 'unknown-person' | 'unknown-topic' | 'unknown-image' }

async function unknownIn(tx: Tx, input: RevisionInput): Promise<Unknown | null> {
  const { peopleIds, topicIds, leadImageId, document } = input
  const images = [...new Set([...(leadImageId === null ? [] : [leadImageId]), ...mediaIdsIn(document)])]
  const refused = (reason: Unknown['reason']): Unknown => ({ kind: 'refused', reason })
  if ((await listPeopleByIds(peopleIds, tx)).size < peopleIds.length) return refused('unknown-person')
  if ((await listTopicsByIds(topicIds, tx)).size < topicIds.length) return refused('unknown-topic')
  if ((await listImagesByIds(images, tx)).size < images.length) return refused('unknown-image')
  return null
}

type Written = { articleId: number; input: RevisionInput; reason: 'create' | 'save' | 'replace' }

/** Writes a revision down, which nobody sees until something points at it. */
export async function addRevision(
  tx: Tx,
  actor: Actor,
  { articleId, input, reason }: Written,
  now: Date,
): Promise<number> {
  const [row] = await tx
    .insert(revisions)
    .values({
      ...input,
      articleId,
      wordCount: countWords(plainText(input.document)),
      reason,
      createdById: actor.kind === 'staff' ? actor.accountId : null,
      createdAt: now,
    })
    .returning({ id: revisions.id })
  if (!row) throw new Error('The revision was not stored')
  return row.id
}

/** Stores the revision as the newest draft of its article. */
export async function insertRevision(tx: Tx, actor: Actor, written: Written, now: Date): Promise<number> {
  const { articleId, input } = written
  const id = await addRevision(tx, actor, written, now)
  await tx.update(articles).set({ draftRevisionId: id, updatedAt: now }).where(eq(articles.id, articleId))
  await indexTitle(tx, articleId, { title: input.title })
  await doubt(tx, [articleId], now, { isPublic: false })
  // starter content asks nobody
  if (actor.kind === 'staff') await wantChecked(tx, input.document, now)
  await endOutdated(tx, articleId, input, now)
  return id
}

export type CreateResult =
  { kind: 'done'; id: number; revisionId: number } | { kind: 'refused'; reason: 'forbidden' } | Unknown

/** A new draft with its first revision; what is not given is empty, and the byline is the writer's. */
export function create(actor: StaffActor, given: Partial<RevisionInput>, now: Date): Promise<CreateResult> {
  return transact(async (tx) => {
    if (!actorMay(actor, 'write', { own: true, everPublished: false }))
      return { kind: 'refused', reason: 'forbidden' }
    const input = { ...blankRevision(), peopleIds: [actor.personId], ...given }
    const unknown = await unknownIn(tx, input)
    if (unknown) return unknown
    const [article] = await tx
      .insert(articles)
      .values({ ownerId: actor.personId, createdAt: now, updatedAt: now })
      .returning({ id: articles.id })
    if (!article) throw new Error('The article was not stored')
    const { id } = article
    const revisionId = await insertRevision(tx, actor, { articleId: id, input, reason: 'create' }, now)
    await record(tx, actor, now, { verb: 'article.create', subject: `article:${id}`, after: { revisionId } })
    return { kind: 'done', id, revisionId }
  })
}

export type SaveResult =
  | { kind: 'done'; revisionId: number; savedAt: Date }
  /** Somebody saved in between; `current` is what stands now. */
  | { kind: 'conflict'; current: { revisionId: number; savedAt: Date } }
  | Denied
  | Unknown

/** Stores one more revision, unless nothing changed. The public sees it when it is published. */
export function saveDraft(actor: Actor, id: number, draft: DraftInput, now: Date): Promise<SaveResult> {
  const { baseRevisionId, ...input } = draft
  return transact(async (tx) => {
    const permit = await permitted(tx, actor, 'save', id, now)
    if (permit.kind !== 'permitted') return permit
    const current = permit.subject.draft
    const saved = { revisionId: current.id, savedAt: current.createdAt }
    // before the conflict, so that a save whose answer got lost can be sent again
    if (sameRevision(input, current)) return { kind: 'done', ...saved }
    if (baseRevisionId !== current.id) return { kind: 'conflict', current: saved }
    const unknown = await unknownIn(tx, input)
    if (unknown) return unknown
    const revisionId = await insertRevision(tx, actor, { articleId: id, input, reason: 'save' }, now)
    await thinLater(tx, id, now)
    await record(tx, actor, now, {
      verb: 'article.save',
      subject: `article:${id}`,
      before: { revisionId: current.id },
      after: { revisionId },
    })
    return { kind: 'done', revisionId, savedAt: now }
  })
}

export type SlugResult =
  { kind: 'done'; slug: string } | Denied | { kind: 'refused'; reason: 'invalid' | 'reserved' | 'taken' }

/** Gives an article another address; where readers knew the old one it leads to the new one. */
export const changeSlug = (actor: Actor, id: number, slug: string, now: Date): Promise<SlugResult> =>
  transact((tx) => readdress(tx, actor, { id, slug }, now))

/** The same within a transaction that does more. */
export async function readdress(
  tx: Tx,
  actor: Actor,
  { id, slug }: { id: number; slug: string },
  now: Date,
): Promise<SlugResult> {
  const permit = await permitted(tx, actor, 'change-slug', id, now)
  if (permit.kind !== 'permitted') return permit
  const { article } = permit.subject
  if (article.slug === slug) return { kind: 'done', slug }
  if (!isSlug(slug)) return { kind: 'refused', reason: 'invalid' }
  if (isReservedSlug(slug)) return { kind: 'refused', reason: 'reserved' }
  if ((await ownerOfSlug(tx, slug)) !== null) return { kind: 'refused', reason: 'taken' }
  await tx.update(articles).set({ slug, updatedAt: now }).where(eq(articles.id, id))
  // a scheduled article is a secret, its address too
  const wasKnown = article.firstPublishedAt !== null && article.firstPublishedAt <= now
  if (article.slug !== null && wasKnown) await move(tx, articlePath(article.slug), articlePath(slug), now)
  else await release(tx, articlePath(slug))
  const led = await leadLinks(tx, slug, id)
  if (wasKnown) await announceMove(tx, id, now)
  if (article.slug !== null && !wasKnown) led.push(...(await leadLinks(tx, article.slug, null)))
  await record(tx, actor, now, {
    verb: 'article.change-slug',
    subject: `article:${id}`,
    before: { slug: article.slug },
    after: { slug },
  })
  await doubt(tx, [id, ...led, ...(await listNamesakes(tx, id))], now, { isPublic: true })
  // those it mentions show its address
  const shownOn = [id, ...led, ...(await listTargets(tx, id))].map((each) => `article:${each}`)
  const old = article.slug === null ? [] : [`slug:${article.slug}`]
  await touches(tx, 'articles', `slug:${slug}`, ...old, ...shownOn)
  return { kind: 'done', slug }
}

/** Opens or closes the discussion of one article, or leaves it to the site's policy; it acts with this commit. */
export function setDiscussion(
  actor: Actor,
  id: number,
  { reason = '', ...choice }: DiscussionInput & { reason?: string },
  now: Date,
): Promise<{ kind: 'done' } | Denied> {
  return transact(async (tx) => {
    const permit = await permitted(tx, actor, 'set-discussion', id, now)
    if (permit.kind !== 'permitted') return permit
    const { article } = permit.subject
    const after = choiceColumns(choice)
    const before = choiceOf(article)
    if (JSON.stringify(before) === JSON.stringify(after)) return { kind: 'done' }
    const { discussionChangedAt } = chosen(article, choice, now)
    await tx
      .update(articles)
      .set({ ...after, discussionChangedAt, updatedAt: now })
      .where(eq(articles.id, id))
    await record(tx, actor, now, {
      verb: 'article.set-discussion',
      subject: `article:${id}`,
      before,
      after,
      reason,
    })
    await touches(tx, `article:${id}`)
    return { kind: 'done' }
  })
}
