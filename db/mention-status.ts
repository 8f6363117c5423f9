import { eq } from 'drizzle-orm'
import type { GoneReason, MentionState } from '@/domain/mentions/states'
import { db } from './client'
import { mentions } from './schema/mentions'

/** What the sender of a mention is told. */
export type MentionStatus = { source: string; target: string; state: MentionState; failure: GoneReason | '' }

export async function getStatus(id: number): Promise<MentionStatus | null> {
  const [row] = await db()
    .select({
      source: mentions.source,
      target: mentions.target,
      state: mentions.state,
      failure: mentions.failure,
    })
    .from(mentions)
    .where(eq(mentions.id, id))
  return row ?? null
}
