'use server'

import type { Route } from 'next'
import { redirect } from 'next/navigation'
import { z } from 'zod'
import { allowAnyone } from '@/auth/guard'
import type { DataFormState } from '@/components/readers/ask-for-data'
import { erase, getAddress, requestLink } from '@/db/personal-data'
import { answer } from '@/documents/reading'
import { guestComment } from '@/domain/comments/input'
import { dataPath } from '@/domain/mail/paths'
import { hashEmail, unseal } from '@/secret'

const asText = z.string().catch('')
const { email: emailInput } = guestComment.shape

/** The answer is the same whether the address is known or not. */
export async function requestData(_: DataFormState, form: FormData): Promise<DataFormState> {
  const { addressHash } = await allowAnyone()
  const typed = asText.parse(form.get('email'))
  const parsed = emailInput.safeParse(typed)
  if (!parsed.success) {
    answer.giveBack({ email: typed })
    answer.status(422)
    return { kind: 'invalid', problem: parsed.error.issues[0]?.message ?? 'Write your email address' }
  }
  await requestLink({ email: parsed.data, addressHash }, new Date())
  return { kind: 'sent' }
}

export async function eraseData(form: FormData): Promise<void> {
  const reader = await allowAnyone()
  const now = new Date()
  const token = asText.parse(form.get('token'))
  const email = await getAddress(Number(unseal('data', token) ?? 0), now)
  if (email) await erase(reader, { email, hashEmail }, now)
  redirect(dataPath(token) as Route)
}
