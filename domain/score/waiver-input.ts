import { z } from 'zod'
import { CONTEXT_MAX, QUOTE_MAX, REASON_MAX } from './waivers'

const FIELDS = [
  'body',
  'title',
  'summary',
  'description',
  'slug',
  'keyphrase',
  'caption',
  'lead-image',
] as const

/** A problem of an article that somebody lets be, and why. */
export const waiverInput = z.object({
  check: z.string().regex(/^[a-z0-9-]{1,60}$/),
  field: z.enum(FIELDS),
  quote: z.string().max(QUOTE_MAX),
  context: z.string().max(CONTEXT_MAX),
  reason: z.string().trim().min(1, 'Say why it may stay').max(REASON_MAX, `At most ${REASON_MAX} characters`),
})
export type WaiverInput = z.infer<typeof waiverInput>
