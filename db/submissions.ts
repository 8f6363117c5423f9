import { createHash } from 'node:crypto'
import { and, desc, eq, gt, isNull, lte, ne } from 'drizzle-orm'
import type { ReaderActor, StaffActor } from '@/domain/actor'
import { isPublic } from '@/domain/articles'
import { judge, type Refusal, secondsUntilFree, WINDOW_MS } from '@/domain/comments/rules'
import type { CommentReason } from '@/domain/comments/reasons'
import type { CommentState } from '@/domain/comments/states'
import {
  admits,
  type DiscussionPolicy,
  type DiscussionState,
  discussionState,
} from '@/domain/discussion/state'
import { type Findings, find, NOTHING_FOUND } from '@/domain/moderation/findings'
import { checkedBy, type Proof } from '@/domain/moderation/proof'
import { read } from '@/domain/moderation/reading'
import { type Db, db } from './client'
import { factColumns } from './discussions'
import { articles } from './schema/articles'
import { comments } from './schema/comments'
import { isKeptName } from './kept-names'
import { revisionRead } from './renewals'
import { isSpent } from './proofs'
import { getRules } from './rules'
import { getAkismet, getPolicy } from './settings'
import { trustOf } from './trust'

export type Writer = StaffActor | ReaderActor

/** A comment as it was sent, after `guestComment` or `staffComment`; staff leave name, email and website empty. */
export type CommentInput = {
  articleId: number
  parentId: number | null
  name: string
  email: string
  website: string
  comment: string
  /** When its form was rendered, by a signature of ours; null where none says so. */
  renderedAt: Date | null
  /** What was written into the field that people do not see. */
  trap: string
  /** Its author wants to be told of replies. */
  follow?: boolean
  /** Work that its browser did for it; null where there is none. */
  proof?: Proof | null
}

/** A comment that is stored already and said anew. */
type Rewritten = { id: number; readerId: number | null }

const parentColumns = {
  id: comments.id,
  articleId: comments.articleId,
  rootId: comments.rootId,
  depth: comments.depth,
  state: comments.state,
}
type Parent = Pick<typeof comments.$inferSelect, keyof typeof parentColumns>

export type PostRefusal =
  { kind: 'refused'; reason: 'not-found' } | (Refusal & { discussion: DiscussionState })

export type Accepted = {
  kind: 'accepted'
  state: CommentState
  reasons: CommentReason[]
  revisionId: number | null
  parent: Parent | null
  repeatHash: string
  /** The reader whose confirmed address it is; null where it was only typed. */
  readerId: number | null
  /** The discussion is closed, or takes it from staff alone. */
  afterClosing: boolean
}

/**
 * What the site's rules find in a comment. It is read before the transaction that stores it: a rule that is changed
 * meanwhile may come too late for it, and nobody else waits while a long text is read.
 */
export async function examine(
  actor: Writer,
  { html, ...said }: CommentInput & { html: string },
  now: Date,
): Promise<Findings> {
  if (actor.kind === 'staff') return NOTHING_FOUND
  const { name, email, website } = said
  const rules = await getRules(db(), now)
  return find(
    rules,
    { name, email, addressHash: actor.addressHash, hashEmail: actor.hashEmail },
    read({ name, email, website, html }),
    now,
  )
}

/** What would become of a comment now. */
export async function consider(
  from: Db,
  actor: Writer,
  input: CommentInput & { findings: Findings; edited?: Rewritten },
  now: Date,
): Promise<PostRefusal | Accepted> {
  const [article] = await from
    .select({ ...factColumns, revisionId: articles.publishedRevisionId, mode: articles.discussionMode })
    .from(articles)
    .where(eq(articles.id, input.articleId))
  if (!article || !isPublic(article, now)) return { kind: 'refused', reason: 'not-found' }
  const policy = await getPolicy()
  const discussion = discussionState(article, policy, now)
  const parent = await getParent(from, input.parentId)
  const repeatHash = repeatHashOf(actor, input)
  const { edited } = input
  const claimedId = edited ? edited.readerId : confirmedId(actor, input)
  const trust = await trustOf(from, claimedId)
  const submitted = {
    kind: input.parentId === null ? 'threads' : 'replies',
    renderedAt: input.renderedAt,
  } as const
  const verdict = judge({
    staff: actor.kind === 'staff',
    mode: article.mode ?? policy.mode,
    trust,
    admitted: admits(discussion, submitted, now, policy.graceMinutes),
    parentStands:
      input.parentId === null ||
      edited !== undefined ||
      (parent?.state === 'published' && parent.articleId === article.id),
    impersonates: !edited && actor.kind === 'reader' && (await isKeptName(input.name)),
    repeated: await isRepeated(from, article.id, repeatHash, edited?.id ?? null),
    waitSeconds:
      actor.kind === 'staff' || edited ? 0 : await secondsToWait(from, actor, article.id, policy, now),
    trapped: input.trap !== '',
    findings: input.findings,
    holdFromLinks: policy.holdFromLinks,
    learns: policy.learned === 'hold',
    checked:
      policy.check === 'off' || actor.kind === 'staff' || edited ? 'off' : await check(from, input, now),
    asksAkismet: actor.kind === 'reader' && (await getAkismet()) !== null,
  })
  if (verdict.kind === 'refused') return { ...verdict, discussion }
  const { state, reasons } = verdict
  const afterClosing = discussion.state === 'closed' || !discussion.takes[submitted.kind]
  return {
    kind: 'accepted',
    state,
    reasons,
    revisionId: await revisionRead(from, {
      articleId: article.id,
      revisionId: article.revisionId,
      renewedAt: article.renewedAt,
      readAt: input.renderedAt,
    }),
    parent,
    repeatHash,
    // whoever was erased since the cookie was read is a stranger
    readerId: trust === 'typed' ? null : claimedId,
    afterClosing,
  }
}

async function check(from: Db, { proof = null }: CommentInput, now: Date) {
  return checkedBy(proof, proof !== null && (await isSpent(from, proof)), now)
}

async function getParent(from: Db, id: number | null): Promise<Parent | null> {
  if (id === null) return null
  const [parent] = await from.select(parentColumns).from(comments).where(eq(comments.id, id))
  return parent ?? null
}

const confirmedId = (actor: Writer, { email }: CommentInput): number | null =>
  actor.kind === 'reader' && actor.confirmed?.email === email ? actor.confirmed.id : null

// same article, parent, author, text ; what was removed may be said again
function repeatHashOf(actor: Writer, { parentId, email, comment }: CommentInput): string {
  const author = actor.kind === 'staff' ? actor.personId : email.toLowerCase()
  const text = comment.replace(/\s+/g, ' ').trim()
  return createHash('sha256')
    .update(JSON.stringify([parentId, author, text]))
    .digest('base64url')
}

async function isRepeated(
  from: Db,
  articleId: number,
  repeatHash: string,
  exceptId: number | null,
): Promise<boolean> {
  const rows = await from
    .select({ id: comments.id })
    .from(comments)
    .where(
      and(
        eq(comments.articleId, articleId),
        eq(comments.repeatHash, repeatHash),
        ne(comments.state, 'removed'),
        exceptId === null ? undefined : ne(comments.id, exceptId),
      ),
    )
    .limit(1)
  return rows.length > 0
}

async function secondsToWait(
  from: Db,
  { addressHash }: ReaderActor,
  articleId: number,
  { perAddressPerMinute, perArticlePerMinute }: DiscussionPolicy,
  now: Date,
): Promise<number> {
  const ofGuests = isNull(comments.personId)
  const { createdAt } = comments
  const inWindow = and(gt(createdAt, new Date(now.getTime() - WINDOW_MS)), lte(createdAt, now))
  const wait = async (limit: number, of: ReturnType<typeof eq>) => {
    if (limit === 0) return 0
    const [oldest] = await from
      .select({ at: comments.createdAt })
      .from(comments)
      .where(and(of, inWindow, ofGuests))
      .orderBy(desc(comments.createdAt))
      .limit(1)
      .offset(limit - 1)
    return secondsUntilFree(oldest?.at ?? null, now)
  }
  const forArticle = await wait(perArticlePerMinute, eq(comments.articleId, articleId))
  const forAddress =
    addressHash === null ? 0 : await wait(perAddressPerMinute, eq(comments.addressHash, addressHash))
  return Math.max(forArticle, forAddress)
}
