import { eq } from 'drizzle-orm'
import type { Actor } from '@/domain/actor'
import { RENDERER_VERSION, renderComment } from '@/domain/comments/markdown'
import type { Switches } from '@/domain/discussion/input'
import { record } from './audit'
import { db, transact } from './client'
import { articles } from './schema/articles'
import { closingNotes } from './schema/comments'
import type { Denied } from './subject'
import { permitted } from './subject'
import { touches } from './touches'

type Done = { kind: 'done' } | Denied

/** Says of each kind when one article takes it; it acts with this commit. */
export function setSwitches(
  actor: Actor,
  id: number,
  { reason = '', ...switches }: Switches & { reason?: string },
  now: Date,
): Promise<Done> {
  return transact(async (tx) => {
    const permit = await permitted(tx, actor, 'set-discussion', id, now)
    if (permit.kind !== 'permitted') return permit
    const { discussionThreads, discussionReplies, discussionMentions } = permit.subject.article
    const before = { discussionThreads, discussionReplies, discussionMentions }
    const after = {
      discussionThreads: switches.threads,
      discussionReplies: switches.replies,
      discussionMentions: switches.mentions,
    }
    if (JSON.stringify(before) === JSON.stringify(after)) return { kind: 'done' }
    await tx
      .update(articles)
      .set({ ...after, updatedAt: now })
      .where(eq(articles.id, id))
    await record(tx, actor, now, {
      verb: 'article.set-switches',
      subject: `article:${id}`,
      before,
      after,
      reason,
    })
    await touches(tx, `article:${id}`)
    return { kind: 'done' }
  })
}

/** A last word of staff, at the head of a discussion while it is closed. */
export type ClosingNote = { name: string; writtenAt: Date; html: string }

/** The note as it was typed; empty where there is none. */
export async function getNoteSource(articleId: number): Promise<string> {
  const [note] = await db()
    .select({ source: closingNotes.source })
    .from(closingNotes)
    .where(eq(closingNotes.articleId, articleId))
  return note?.source ?? ''
}

/** Whoever reads it tracks its article. */
export async function getNote(articleId: number): Promise<ClosingNote | null> {
  const [row] = await db().select().from(closingNotes).where(eq(closingNotes.articleId, articleId))
  if (!row) return null
  const { name, writtenAt, source, renderedBy } = row
  return { name, writtenAt, html: renderedBy === RENDERER_VERSION ? row.html : renderComment(source) }
}

/** Writes the note anew, or takes it away where it is empty. */
export function setNote(actor: Actor, id: number, source: string, now: Date): Promise<Done> {
  const note = { source, html: renderComment(source), renderedBy: RENDERER_VERSION, writtenAt: now }
  return transact(async (tx) => {
    const permit = await permitted(tx, actor, 'set-discussion', id, now)
    if (permit.kind !== 'permitted') return permit
    const [known] = await tx.select().from(closingNotes).where(eq(closingNotes.articleId, id))
    if ((known?.source ?? '') === source) return { kind: 'done' }
    await tx.delete(closingNotes).where(eq(closingNotes.articleId, id))
    const by = {
      name: actor.kind === 'reader' ? '' : actor.name,
      personId: actor.kind === 'staff' ? actor.personId : null,
    }
    if (source !== '') await tx.insert(closingNotes).values({ articleId: id, ...by, ...note })
    await record(tx, actor, now, {
      verb: 'article.set-closing-note',
      subject: `article:${id}`,
      before: known?.source ?? '',
      after: source,
    })
    await touches(tx, `article:${id}`)
    return { kind: 'done' }
  })
}
