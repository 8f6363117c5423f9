'use server'

import { refresh } from 'next/cache'
import { requireStaff } from '@/auth/guard'
import { wantDigests } from '@/db/unsubscribing'
import { digestsFor } from '@/domain/mail/lists'

export async function saveDigests(_: boolean, form: FormData): Promise<boolean> {
  const actor = await requireStaff('moderate')
  await wantDigests(
    actor,
    digestsFor(actor.role).filter((kind) => form.has(kind)),
  )
  refresh()
  return true
}
