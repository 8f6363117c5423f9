import { and, eq } from 'drizzle-orm'
import type { Trust } from '@/domain/comments/trust'
import type { Db } from './client'
import { comments } from './schema/comments'
import { readers } from './schema/readers'

/** What is known of the author behind a confirmed address; null stands for one that was only typed. */
export async function trustOf(from: Db, readerId: number | null): Promise<Trust> {
  if (readerId === null) return 'typed'
  // a reader may have been erased since the cookie was read
  const [reader] = await from.select({ id: readers.id }).from(readers).where(eq(readers.id, readerId))
  if (!reader) return 'typed'
  const [approved] = await from
    .select({ id: comments.id })
    .from(comments)
    .where(and(eq(comments.readerId, readerId), eq(comments.state, 'published')))
    .limit(1)
  return approved ? 'known' : 'confirmed'
}
