import { z } from 'zod'
import { DISCUSSION_CHOICES } from './choices'

const instant = z.coerce.date().nullable()

/** A choice as the journal keeps it. */
export const keptChoice = z.object({
  discussion: z.enum(DISCUSSION_CHOICES),
  discussionClosesAt: instant,
  discussionCloseAfterDays: z.number().nullable(),
  // journals of older versions know nothing of it
  discussionReopensAt: instant.default(null),
  discussionChangedAt: instant.optional(),
})
