import { eq } from 'drizzle-orm'
import type { ReaderActor } from '@/domain/actor'
import { afterEdit, type EditRefusal, editRefusal } from '@/domain/comments/edits'
import { RENDERER_VERSION, renderComment } from '@/domain/comments/markdown'
import { waitsForAkismet } from '@/domain/moderation/akismet'
import { askToCheck } from './akismet'
import type { Tx } from './client'
import { db, transact } from './client'
import { getCounted, moveTo } from './comment-counts'
import { getOwn } from './own-comments'
import { passageIn } from './passages'
import { comments } from './schema/comments'
import { commentVersions } from './schema/readers'
import { consider, examine, type PostRefusal } from './submissions'
import { touches } from './touches'

export type Edited = { kind: 'done' } | { kind: 'refused'; reason: 'gone' | EditRefusal } | PostRefusal

/** Changes the text of a comment by its secret address; it is judged as if it were posted now, but for the limits. */
export async function edit(actor: ReaderActor, token: string, text: string, now: Date): Promise<Edited> {
  const seen = await getOwn(db(), token)
  if (!seen) return { kind: 'refused', reason: 'gone' }
  const html = renderComment(text)
  const input = inputOf(seen, text)
  const passage = await passageIn(db(), seen.revisionId, text)
  const findings = await examine(actor, { ...input, html }, now)
  return transact(async (tx) => {
    const own = await getOwn(tx, token)
    if (!own) return { kind: 'refused', reason: 'gone' }
    const refusal = editRefusal(own, now)
    if (refusal) return { kind: 'refused', reason: refusal }
    if (own.source === text) return { kind: 'done' }
    const considered = await consider(tx, actor, { ...input, findings, edited: own }, now)
    if (considered.kind === 'refused') return considered
    const { state, reasons } = afterEdit(own, considered)
    await tx.insert(commentVersions).values({ commentId: own.id, source: own.source, replacedAt: now })
    await tx
      .update(comments)
      .set({
        source: text,
        html,
        passage,
        renderedBy: RENDERER_VERSION,
        repeatHash: considered.repeatHash,
        reasons,
        edits: own.edits + 1,
        editedAt: now,
      })
      .where(eq(comments.id, own.id))
    await move(tx, own, state)
    if (state === 'held' && waitsForAkismet(reasons)) await askToCheck(tx, own.id, now)
    return { kind: 'done' }
  })
}

type Own = typeof comments.$inferSelect

async function move(tx: Tx, { id, articleId, state: before }: Own, state: Own['state']): Promise<void> {
  const counted = state === before ? null : await getCounted(id, tx)
  if (counted) await moveTo(tx, counted, state)
  else if (state === 'published') await touches(tx, `comments:${articleId}`)
}

// whoever posted while comments were open has the grace of the form that they posted
const inputOf = ({ articleId, parentId, name, email, website, createdAt }: Own, comment: string) => ({
  articleId,
  parentId,
  name,
  email,
  website,
  comment,
  renderedAt: createdAt,
  trap: '',
})
