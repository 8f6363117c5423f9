import { z } from 'zod'

const TEXT_MAX = 2_000

/** What an author says against a decision. */
export const appealInput = z
  .string()
  .transform((value) => value.replace(/\r\n?/g, '\n').replaceAll('\0', '').trim())
  .refine((value) => /[^\p{Cc}\p{Cf}\p{Z}]/u.test(value), 'Write why it should be published')
  .refine((value) => value.length <= TEXT_MAX, 'Use at most 2,000 characters')

/** So many appeals one network may send within `APPEAL_WINDOW_MS`. */
export const APPEALS_PER_WINDOW = 5
export const APPEAL_WINDOW_MS = 3_600_000
