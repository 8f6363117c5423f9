'use server'

import { redirect } from 'next/navigation'
import { signOut as leave } from '@/auth/doors'
import { requireStaff, requireUser } from '@/auth/guard'
import * as editing from '@/db/editing'

export async function signOut() {
  await requireUser()
  await leave()
  redirect('/sign-in')
}

export async function newArticle() {
  const actor = await requireStaff('write')
  const created = await editing.create(actor, {}, new Date())
  if (created.kind !== 'done') throw new Error(`An empty draft was refused: ${created.reason}`)
  redirect(`/dashboard/articles/${created.id}`)
}
