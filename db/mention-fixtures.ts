import { eq } from 'drizzle-orm'
import type { MentionState } from '@/domain/mentions/states'
import { db, transact } from './client'
import { mentions } from './schema/mentions'

export async function getMention(id: number) {
  const [row] = await db().select().from(mentions).where(eq(mentions.id, id))
  if (!row) throw new Error('There is no such mention')
  return row
}

export const putMention = (id: number, state: MentionState) =>
  transact((tx) => tx.update(mentions).set({ state }).where(eq(mentions.id, id)))

let count = 0

/** A mention as it would stand there once its page was read. */
export const makeMention = (
  articleId: number,
  given: Partial<typeof mentions.$inferInsert> = {},
  at = new Date('2026-01-01T00:00:00Z'),
) =>
  transact(async (tx) => {
    const [row] = await tx
      .insert(mentions)
      .values({
        articleId,
        source: `https://peer.example/${++count}`,
        host: 'peer.example',
        target: `https://us.example/articles/${articleId}`,
        protocol: 'webmention',
        kind: 'mention',
        state: 'published',
        reasons: [],
        receivedAt: at,
        askedAt: at,
        verifiedAt: at,
        ...given,
      })
      .returning()
    if (!row) throw new Error('Nothing was inserted')
    return row
  })
