'use server'

import { allowAnyone } from '@/auth/guard'
import type { CommentFormState } from '@/domain/comments/form'

/** Gives the form an action, as on the page that it is compared with; nobody posts here. */
export async function postNothing(state: CommentFormState): Promise<CommentFormState> {
  await allowAnyone()
  return state
}
