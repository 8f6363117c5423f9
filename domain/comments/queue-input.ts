import { z } from 'zod'
import { QUEUE_AGES } from './queue'
import { COMMENT_RULES } from './reasons'
import { COMMENT_STATES } from './states'

// apart from what browsers are sent: making such a schema asks for `eval`, which the desk's policy refuses and reports

const number = z.coerce.number().int().positive().max(Number.MAX_SAFE_INTEGER).optional().catch(undefined)
const yes = z
  .literal('yes')
  .transform(() => true)
  .optional()
  .catch(undefined)
const words = (max: number) =>
  z
    .string()
    .trim()
    .max(max)
    .transform((value) => value || undefined)
    .optional()
    .catch(undefined)

/** The queue as its address says it; what an address does not say well, it does not say. */
export const queueQuery = z.object({
  state: z.enum(COMMENT_STATES).catch('held'),
  reason: z.enum(COMMENT_RULES).optional().catch(undefined),
  article: number,
  /** Words of the title of an article that is yet to be chosen. */
  on: words(200),
  author: words(254).transform((address) => address?.toLowerCase()),
  reader: number,
  near: number,
  age: z.enum(QUEUE_AGES).optional().catch(undefined),
  reported: yes,
  appealed: yes,
  text: words(200),
  order: z.enum(['newest', 'oldest']).catch('newest'),
  after: words(200),
  before: words(200),
})
export type QueueQuery = z.infer<typeof queueQuery>
