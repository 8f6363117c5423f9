'use server'

import { cookies } from 'next/headers'
import { redirect } from 'next/navigation'
import { cookieIn, ownCookie, setCookie } from '@/auth/cookies'
import { allowAnyone, getStaff, strangerFrom } from '@/auth/guard'
import { getSite } from '@/db/settings'
import { answer } from '@/documents/reading'
import { offer } from '@/documents/shortcuts'
import { type CommentFormState, REFUSAL_STATUS, refusalInWords } from '@/domain/comments/form'
import { remembering } from '@/domain/comments/own'
import { formatDate } from '@/domain/dates'
import { placeOf, take, typed } from './take'

/** Takes a comment. What was typed comes back with every refusal; success leads to where it can be read. */
export async function postComment(_state: CommentFormState, form: FormData): Promise<CommentFormState> {
  const reader = await allowAnyone()
  const staff = await getStaff()
  const taken = await take(staff ?? reader, form, new Date())
  if (taken.kind === 'published' || taken.kind === 'held') {
    if (!staff) await remember(taken.token)
    redirect(placeOf(taken))
  }
  answer.giveBack(form.has('follow') ? { ...typed(form), follow: 'on' } : typed(form))
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
  if (taken?.kind !== 'published' && taken?.kind !== 'held') return null
  const { name, options } = ownCookie()
  const known = remembering(cookieIn(headers.cookie, name), taken.token)
  return { location: placeOf(taken), cookie: setCookie(name, known, options) }
})

/** So that its author finds the page of the comment also where they are led to the discussion. */
async function remember(token: string): Promise<void> {
  const jar = await cookies()
  const { name, options } = ownCookie()
  jar.set(name, remembering(jar.get(name)?.value, token), options)
}
