'use server'

import { redirect } from 'next/navigation'
import { allowAnyone, getStaff, strangerFrom } from '@/auth/guard'
import { getSite } from '@/db/settings'
import { answer } from '@/documents/reading'
import { offer } from '@/documents/shortcuts'
import { type CommentFormState, REFUSAL_STATUS, refusalInWords } from '@/domain/comments/form'
import { formatDate } from '@/domain/dates'
import { placeOf, take, typed } from './take'

/** Takes a comment. What was typed comes back with every refusal; success leads to where it can be read. */
export async function postComment(_state: CommentFormState, form: FormData): Promise<CommentFormState> {
  const reader = await allowAnyone()
  const taken = await take((await getStaff()) ?? reader, form, new Date())
  if (taken.kind === 'published' || taken.kind === 'held') redirect(placeOf(taken))
  answer.giveBack(typed(form))
  if (taken.kind === 'invalid') {
    answer.status(422)
    return taken
  }
  if (taken.reason === 'too-fast') answer.tooMany(taken.retryAfterSeconds)
  else answer.status(REFUSAL_STATUS[taken.reason])
  const { timeZone } = await getSite()
  return { kind: 'refused', message: refusalInWords(taken, (instant) => formatDate(instant, timeZone)) }
}

offer('comment', async (form, headers) => {
  const stranger = strangerFrom(headers)
  const taken = stranger && (await take(stranger, form, new Date()))
  return taken?.kind === 'published' || taken?.kind === 'held' ? placeOf(taken) : null
})
