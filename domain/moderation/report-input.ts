import { z } from 'zod'
import { REPORT_REASONS } from './reports'

const TEXT_MAX = 1_000

export const reportInput = z.object({
  reason: z.enum(REPORT_REASONS, 'Choose what is wrong with it'),
  text: z
    .string()
    .trim()
    .transform((value) => value.replace(/\r\n?/g, '\n'))
    .refine((value) => value.length <= TEXT_MAX, 'Use at most 1,000 characters'),
})
export type ReportInput = z.infer<typeof reportInput>
