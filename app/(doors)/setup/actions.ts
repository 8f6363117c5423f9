'use server'

import { redirect } from 'next/navigation'
import { acceptInvitation } from '@/auth/doors'
import { allowAnyone } from '@/auth/guard'
import type { SetUpState } from '@/components/doors/set-up-form'
import * as invitations from '@/db/invitations'
import * as settings from '@/db/settings'
import { answer } from '@/documents/reading'
import { systemActor } from '@/domain/actor'
import { passwordSentence, readOwner, setUpInput, type SetUpProblems } from '@/domain/set-up'

export async function setUp(_: SetUpState, form: FormData): Promise<SetUpState> {
  await allowAnyone()
  const now = new Date()
  const { token, ...typed } = setUpInput.parse(Object.fromEntries(form))
  const offer = await invitations.getByToken(token, now)
  if (!offer) return gone()

  if (offer.kind === 'account') {
    const password = passwordSentence(typed.password, offer.email)
    if (password) return invalid(typed, { password })
    const refusal = await acceptInvitation({ token, password: typed.password })
    if (refusal) return gone()
    redirect('/dashboard')
  }

  const read = readOwner(typed)
  if (read.kind === 'invalid') return invalid(typed, read.problems)
  const { agency, name, email } = read.owner
  const refusal = await acceptInvitation({ token, password: typed.password, name, email })
  if (refusal?.reason === 'email-taken')
    return invalid(typed, { email: 'A member of staff has this address already.' })
  if (refusal) return gone()
  await settings.set(systemActor('set-up'), { 'site.name': agency }, now)
  redirect('/dashboard')
}

function gone(): SetUpState {
  answer.status(410)
  return { kind: 'gone' }
}

/** The password is never sent back. */
function invalid(
  { agency, name, email }: { agency: string; name: string; email: string },
  problems: SetUpProblems,
): SetUpState {
  answer.status(422)
  return { kind: 'invalid', problems, typed: { agency, name, email } }
}
