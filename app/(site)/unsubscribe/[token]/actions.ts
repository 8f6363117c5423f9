'use server'

import type { Route } from 'next'
import { redirect } from 'next/navigation'
import { z } from 'zod'
import { allowAnyone } from '@/auth/guard'
import * as unsubscribing from '@/db/unsubscribing'
import { readList } from '@/domain/mail/lists'
import { unsubscribePath } from '@/domain/mail/paths'
import { unseal } from '@/secret'

const asText = z.string().catch('')

export async function endMail(form: FormData): Promise<void> {
  await allowAnyone()
  const token = asText.parse(form.get('token'))
  const list = readList(unseal('unsubscribe', token))
  if (list) await unsubscribing.end(list)
  redirect(unsubscribePath(token) as Route)
}

export async function beginMail(form: FormData): Promise<void> {
  await allowAnyone()
  const token = asText.parse(form.get('token'))
  const list = readList(unseal('unsubscribe', token))
  if (list) await unsubscribing.begin(list)
  redirect(unsubscribePath(token) as Route)
}
