'use server'

import type { Route } from 'next'
import { cookies } from 'next/headers'
import { redirect } from 'next/navigation'
import { z } from 'zod'
import { readerCookie } from '@/auth/cookies'
import { allowAnyone } from '@/auth/guard'
import * as confirmations from '@/db/confirmations'
import { commentPath } from '@/domain/comments/paths'
import { confirmPath } from '@/domain/mail/paths'
import { unseal } from '@/secret'

const asText = z.string().catch('')

/** The press of the button is what confirms: programs that check mail open links, and press none. */
export async function confirmAddress(form: FormData): Promise<void> {
  await allowAnyone()
  const token = asText.parse(form.get('token'))
  const id = Number(unseal('confirm', token) ?? 0)
  const result = await confirmations.confirm(id, new Date())
  if (result.kind === 'done') {
    const { name, options } = readerCookie()
    ;(await cookies()).set(name, result.session, options)
    if (result.place) redirect(`${commentPath(result.place.slug, result.place.id)}` as Route)
  }
  redirect(confirmPath(token) as Route)
}
