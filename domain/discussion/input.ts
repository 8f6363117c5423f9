import { z } from 'zod'
import { DAYS_MAX, TAKINGS, THREAD_TAKINGS } from './choices'

// apart from the choices themselves: no browser has to load the schemas

const instant = z.date('Choose a date')
const reopensAt = instant.nullish()

/** A choice together with what it needs to know. */
export const discussionInput = z
  .discriminatedUnion('discussion', [
    z.object({ discussion: z.enum(['inherit', 'open']) }),
    z.object({ discussion: z.literal('closed'), reopensAt }),
    z.object({ discussion: z.literal('closes-at'), closesAt: instant, reopensAt }),
    z.object({
      discussion: z.literal('closes-after'),
      closeAfterDays: z
        .int('Write a whole number')
        .min(1, 'At least 1 day')
        .max(DAYS_MAX, `Not above ${DAYS_MAX}`),
      reopensAt,
    }),
  ])
  .refine(
    (input) => input.discussion !== 'closes-at' || !input.reopensAt || input.reopensAt > input.closesAt,
    { path: ['reopensAt'], message: 'Comments can only open again after they closed' },
  )
export type DiscussionInput = z.infer<typeof discussionInput>

/** The switches of one article; null follows the site. */
export const switchesInput = z.object({
  threads: z.enum(THREAD_TAKINGS).nullable(),
  replies: z.enum(TAKINGS).nullable(),
  mentions: z.enum(TAKINGS).nullable(),
})
export type Switches = z.infer<typeof switchesInput>

/** Why something was changed by hand, for the history. */
export const reasonInput = z.string().trim().max(500, 'At most 500 characters')
