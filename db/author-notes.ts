import { asc, inArray } from 'drizzle-orm'
import { db } from './client'
import { appeals, commentVersions } from './schema/readers'

/** What authors said beside their comments, for those who decide about them. */
export type AuthorNotes = {
  /** Why it should be published; null where nothing was said. */
  appeal: string | null
  /** What it said before it was changed, the oldest first. */
  earlier: string[]
}

export async function authorNotesOf(commentIds: readonly number[]): Promise<Map<number, AuthorNotes>> {
  const ids = [...commentIds]
  if (ids.length === 0) return new Map()
  const said = await db()
    .select({ commentId: appeals.commentId, text: appeals.text })
    .from(appeals)
    .where(inArray(appeals.commentId, ids))
  const versions = await db()
    .select({ commentId: commentVersions.commentId, source: commentVersions.source })
    .from(commentVersions)
    .where(inArray(commentVersions.commentId, ids))
    .orderBy(asc(commentVersions.commentId), asc(commentVersions.id))
  const notes = new Map<number, AuthorNotes>(ids.map((id) => [id, { appeal: null, earlier: [] }]))
  for (const { commentId, text } of said) Object.assign(notes.get(commentId) ?? {}, { appeal: text })
  for (const { commentId, source } of versions) notes.get(commentId)?.earlier.push(source)
  return notes
}
