'use server'

import type { Route } from 'next'
import { redirect } from 'next/navigation'
import { signInWithPassword } from '@/auth/doors'
import { allowAnyone } from '@/auth/guard'
import type { SignInState } from '@/components/doors/sign-in-form'
import { answer } from '@/documents/reading'
import { returnPath, signInInput } from '@/domain/sign-in'

export async function signIn(_: SignInState, form: FormData): Promise<SignInState> {
  await allowAnyone()
  const now = new Date()
  const { to, ...input } = signInInput.parse(Object.fromEntries(form))
  const values = { email: input.email }
  if (!input.email || !input.password) {
    answer.status(422)
    return { kind: 'refused', reason: 'incomplete', values }
  }
  const refusal = await signInWithPassword(input)
  if (refusal === null) redirect(returnPath(to) as Route)
  if (refusal.reason === 'blocked') {
    const seconds = Math.max(1, Math.ceil((refusal.until.getTime() - now.getTime()) / 1000))
    answer.tooMany(seconds)
    return { kind: 'refused', reason: 'blocked', seconds, values }
  }
  answer.status(401)
  return { kind: 'refused', reason: 'wrong', values }
}
