import { RENDERER_VERSION, renderComment } from '@/domain/comments/markdown'
import type { Tx } from '../client'
import { recount } from '../recount'
import { comments } from '../schema/comments'
import type { StarterComment } from './threads'

type Article = { id: number; revisionId: number; publishAt: Date }
type Parent = { id: number; rootId: number; depth: number }

/** Stores the thread of an article, every comment at its own time, and counts it. */
export async function insertThread(
  tx: Tx,
  article: Article,
  thread: readonly StarterComment[],
  personIds: ReadonlyMap<string, number>,
): Promise<void> {
  const pending = thread.map((comment): { comment: StarterComment; parent: Parent | null } => ({
    comment,
    parent: null,
  }))
  // in the order they were written, so that ids run with time as they do on a live site
  while (pending.length > 0) {
    pending.sort((a, b) => b.comment.minutesAfter - a.comment.minutesAfter)
    const next = pending.pop()
    if (!next) return
    const { comment, parent } = next
    const stored = await insertComment(tx, article, comment, parent, personIds)
    for (const reply of comment.replies ?? []) pending.push({ comment: reply, parent: stored })
  }
  await recount(tx, article.id)
}

async function insertComment(
  tx: Tx,
  { id: articleId, revisionId, publishAt }: Article,
  { name, email, website, staff, minutesAfter, text, state: exception }: StarterComment,
  parent: Parent | null,
  personIds: ReadonlyMap<string, number>,
): Promise<Parent> {
  const state = exception ?? 'published'
  const depth = parent ? parent.depth + 1 : 0
  const [row] = await tx
    .insert(comments)
    .values({
      articleId,
      revisionId,
      parentId: parent?.id ?? null,
      rootId: parent?.rootId ?? null,
      depth,
      state,
      shown: state === 'published',
      personId: staff ? (personIds.get(staff) ?? null) : null,
      name,
      email,
      website,
      reasons: state === 'held' ? [{ rule: 'mode', detail: 'hold-first' }] : [],
      createdAt: new Date(publishAt.getTime() + minutesAfter * 60_000),
      source: text,
      html: renderComment(text),
      renderedBy: RENDERER_VERSION,
    })
    .returning({ id: comments.id })
  if (!row) throw new Error('The comment was not stored')
  return { id: row.id, rootId: parent?.rootId ?? row.id, depth }
}
