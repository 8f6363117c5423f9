import { z } from 'zod'

/** A choice together with what it needs to know. */
export const discussionInput = z.discriminatedUnion('discussion', [
  z.object({ discussion: z.enum(['inherit', 'open', 'closed']) }),
  z.object({ discussion: z.literal('closes-at'), closesAt: z.date('Choose a date') }),
  z.object({
    discussion: z.literal('closes-after'),
    closeAfterDays: z.int('Write a whole number').min(1, 'At least 1 day').max(36_500, 'Not above 36500'),
  }),
])
export type DiscussionInput = z.infer<typeof discussionInput>
