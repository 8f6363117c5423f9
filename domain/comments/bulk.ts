import { z } from 'zod'
import type { CommentState } from './states'

/** No order is about more comments than these: whoever means more gives another when this one is done. */
export const ORDERED_AT_ONCE = 10_000

/** Many comments given one state; those that are no longer `from` when their turn comes are left alone. */
export type CommentOrder = {
  act: 'decide'
  from: CommentState
  to: CommentState
  ids: number[]
  /** When they were read, in milliseconds: a text that its author changed later was not. */
  readAt?: number
}

export const orderedIds = z.array(z.int().positive()).min(1).max(ORDERED_AT_ONCE)
