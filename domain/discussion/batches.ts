import { z } from 'zod'
import type { BatchAct } from './batch-acts'

/** So many may be chosen by name. */
export const CHOSEN_MAX = 500

/** Which articles: all conditions hold at once; those left out hold for every article. */
export const batchFilter = z.object({
  /** Published at least so many days ago. */
  olderThanDays: z.int().min(1).max(36_500).optional(),
  topicId: z.int().positive().optional(),
  personId: z.int().positive().optional(),
  search: z.string().trim().max(200).optional(),
  /** These and no others. */
  ids: z.array(z.int().positive()).max(CHOSEN_MAX).optional(),
})
export type BatchFilter = z.infer<typeof batchFilter>

export type BatchOrder = {
  act: BatchAct
  filter: BatchFilter
  /** The person whose articles alone may be changed; null where all may. */
  ownerId: number | null
}

export const BATCH_STATES = ['running', 'done', 'undoing', 'undone'] as const
export type BatchState = (typeof BATCH_STATES)[number]
