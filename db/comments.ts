import { eq } from 'drizzle-orm'
import { editableUntil, editRefusal } from '@/domain/comments/edits'
import { RENDERER_VERSION, renderComment } from '@/domain/comments/markdown'
import type { CommentReason } from '@/domain/comments/reasons'
import type { CommentState } from '@/domain/comments/states'
import { waitsForTrust } from '@/domain/comments/trust'
import { NOTHING_FOUND } from '@/domain/moderation/findings'
import { maskedEmail } from '@/domain/readers'
import { record } from './audit'
import { waitsForAkismet } from '@/domain/moderation/akismet'
import { askToCheck } from './akismet'
import type { Tx } from './client'
import { db, transact } from './client'
import type { CommentedArticle } from './comment-context'
import { getCommentedArticle } from './comment-context'
import { countPublished, countReply } from './comment-counts'
import type { CommentView } from './comment-views'
import { viewColumns, viewsOf } from './comment-views'
import { ask } from './confirmations'
import { noteReply } from './notices'
import { type Asked, getAsked, subscribe } from './own-comments'
import { passageIn, passageNow } from './passages'
import { spend } from './proofs'
import { comments } from './schema/comments'
import type { Accepted, CommentInput, PostRefusal, Writer } from './submissions'
import { consider, examine } from './submissions'
import { hashOf, makeToken } from './tokens'
import { touches } from './touches'

export type PostResult =
  /** With the place it stands in: its article, and how many comments that has now. */
  | { kind: 'published'; id: number; slug: string; commentCount: number; token: string }
  /** The token opens the page on which its author sees what became of it. */
  | { kind: 'held'; token: string }
  | PostRefusal

const LONG = 5_000

/** Stores a comment, published or held, or says why not. What decides is read in the transaction that stores it. */
export async function post(actor: Writer, input: CommentInput, now: Date): Promise<PostResult> {
  // a refusal then does not cost the reading of a long text; for a usual one asking twice costs more
  if (input.comment.length > LONG) {
    const early = await consider(db(), actor, { ...input, findings: NOTHING_FOUND }, now)
    if (early.kind === 'refused') return early
  }
  const rendered = { ...input, html: renderComment(input.comment) }
  const findings = await examine(actor, rendered, now)
  const quoted = await passageNow(input.articleId, input.comment)
  return transact(
    async (tx) => {
      const considered = await consider(tx, actor, { ...input, findings }, now)
      return considered.kind === 'refused'
        ? considered
        : store(tx, actor, { ...rendered, quoted }, considered, now)
    },
    { together: true },
  )
}

type Rendered = CommentInput & { html: string; quoted: Awaited<ReturnType<typeof passageNow>> }

async function store(
  tx: Tx,
  actor: Writer,
  { articleId, name, email, website, comment, html, quoted, proof, follow = false }: Rendered,
  { state, reasons, revisionId, parent, repeatHash, readerId, afterClosing }: Accepted,
  now: Date,
): Promise<PostResult> {
  const token = makeToken()
  if (proof) await spend(tx, proof)
  const author =
    actor.kind === 'staff'
      ? { name: actor.name, personId: actor.personId }
      : { name, email, website, readerId, addressHash: actor.addressHash, secretHash: hashOf(token) }
  const place = {
    articleId,
    parentId: parent?.id ?? null,
    rootId: parent ? (parent.rootId ?? parent.id) : null,
    depth: parent ? parent.depth + 1 : 0,
  }
  const { passage } =
    // the article was given other words since the form was rendered, or just now
    quoted.revisionId === revisionId ? quoted : { passage: await passageIn(tx, revisionId, comment) }
  const written = { revisionId, passage, createdAt: now }
  const said = { source: comment, html, renderedBy: RENDERER_VERSION, repeatHash, ...written }
  const shown = state === 'published'
  const [stored] = await tx
    .insert(comments)
    .values({ ...place, ...author, ...said, state, reasons, shown, afterClosing })
    .returning({ id: comments.id })
  if (!stored) throw new Error('The database stored no comment')
  const { id } = stored
  if (actor.kind === 'staff')
    await record(tx, actor, now, {
      verb: 'comment.post',
      subject: `comment:${id}`,
      after: { articleId, state },
    })
  else if (state !== 'spam')
    await welcome(tx, { id, email, readerId, addressHash: actor.addressHash, follow, state, reasons }, now)
  if (waitsForAkismet(reasons)) await askToCheck(tx, id, now)
  if (!shown) return { kind: 'held', token }
  await countReply(tx, place, 1)
  await noteReply(tx, { id, parentId: place.parentId, readerId, createdAt: now })
  const article = await countPublished(tx, { articleId, createdAt: now, afterClosing }, 1)
  await touches(tx, `comments:${articleId}`)
  return { kind: 'published', id, slug: article?.slug ?? '', commentCount: article?.commentCount ?? 0, token }
}

type New = Pick<Accepted, 'state' | 'reasons' | 'readerId'> & {
  id: number
  email: string
  addressHash: string | null
  follow: boolean
}

/** Mails a link to the author where it is of use: to let the comment out, or because they want to hear of replies. */
async function welcome(
  tx: Tx,
  { id, email, readerId, addressHash, follow, state, reasons }: New,
  now: Date,
): Promise<void> {
  if (follow) await subscribe(tx, id, readerId, now)
  const isOfUse = follow || (state === 'held' && waitsForTrust(reasons))
  if (readerId === null && isOfUse) await ask(tx, { email, commentId: id, addressHash }, now)
}

/** What its author sees of a comment by the secret address, whatever became of it. */
export type OwnComment = {
  state: CommentState
  reasons: CommentReason[]
  /** When a moderator decided; null while nobody has. */
  decidedAt: Date | null
  withdrawnAt: Date | null
  /** As it was typed. */
  source: string
  /** Until when its author may change it; null where that is over. */
  editableUntil: Date | null
  /** The address, as much of it as its owner needs. */
  email: string
  asked: Asked
  /** As readers see it or would see it. */
  comment: CommentView
  /** null while readers may not see the article. */
  article: CommentedArticle | null
}

export async function getByToken(token: string, now: Date): Promise<OwnComment | null> {
  const [row] = await db()
    .select({
      ...viewColumns,
      articleId: comments.articleId,
      reasons: comments.reasons,
      decidedAt: comments.decidedAt,
      withdrawnAt: comments.withdrawnAt,
      edits: comments.edits,
      source: comments.source,
      email: comments.email,
      readerId: comments.readerId,
    })
    .from(comments)
    .where(eq(comments.secretHash, hashOf(token)))
  if (!row) return null
  const [comment] = await viewsOf([{ ...row, state: 'published' }], now)
  if (!comment) return null
  const { state, reasons, decidedAt, withdrawnAt, source, articleId } = row
  return {
    state,
    reasons,
    decidedAt,
    withdrawnAt,
    source,
    editableUntil: editRefusal(row, now) ? null : editableUntil(row.createdAt),
    email: maskedEmail(row.email),
    asked: await getAsked(row.id, row.readerId, now),
    comment,
    article: await getCommentedArticle(articleId, now),
  }
}
