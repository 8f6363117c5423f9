import { z } from 'zod'
import { ARTICLE_STATES } from '../articles'

/** What the report of all scores is about: all conditions hold at once. */
export const reportFilter = z.object({
  state: z.enum(ARTICLE_STATES).optional().catch(undefined),
  topic: z.coerce.number().int().positive().optional().catch(undefined),
  person: z.coerce.number().int().positive().optional().catch(undefined),
  /** The id of a check that found something. */
  check: z
    .string()
    .regex(/^[a-z][a-z0-9-]{0,60}$/)
    .optional()
    .catch(undefined),
})
export type ReportFilter = z.infer<typeof reportFilter>
