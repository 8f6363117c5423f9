import { z } from 'zod'
import { BAN_DAYS } from '@/domain/moderation/ban-words'
import { DECIDED_STATES, MENTION_STATES } from './states'

/** Which mentions a screen of the desk is about. */
export const mentionQuery = z.object({
  state: z.enum(MENTION_STATES).catch('held'),
  host: z.string().trim().min(1).max(253).toLowerCase().optional().catch(undefined),
  article: z.coerce.number().int().positive().optional().catch(undefined),
  after: z.string().max(200).optional().catch(undefined),
})
export type MentionQuery = z.infer<typeof mentionQuery>

const id = z.int().positive()

/** What staff make of some of one page; `seen` is what they were when they were read. */
export const mentionDecision = z.object({
  ids: z.array(id).min(1).max(100),
  seen: z.enum(DECIDED_STATES),
  state: z.enum(DECIDED_STATES),
})
export type MentionDecision = z.infer<typeof mentionDecision>

export const hostBan = z.object({
  mentionId: id,
  days: z.int().refine((days) => BAN_DAYS.some(([known]) => known === days)),
  reason: z.string().trim().max(500),
})
export type HostBan = z.infer<typeof hostBan>
