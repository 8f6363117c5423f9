'use server'

import { redirect } from 'next/navigation'
import { z } from 'zod'
import { requireStaff } from '@/auth/guard'
import { manyPath } from '@/components/dashboard/moderation/addresses'
import { step } from '@/db/batch-steps'
import * as batches from '@/db/comment-batches'
import { queueQuery } from '@/domain/comments/queue-input'
import { COMMENT_STATES } from '@/domain/comments/states'

const orderInput = z.object({ to: z.enum(COMMENT_STATES), at: z.coerce.number().int().min(0).max(8.64e15) })

/** Gives all comments that a filter meant at an instant one state; what was written since is not among them. */
export async function orderMany(form: FormData): Promise<void> {
  const actor = await requireStaff('moderate')
  const said = Object.fromEntries(form)
  const { to, at } = orderInput.parse(said)
  const query = queueQuery.parse(said)
  const { ids } = await batches.listMatching(actor, query, new Date(at))
  if (ids.length > 0 && to !== query.state) {
    const ordered = await batches.order(actor, { ids, from: query.state, to, readAt: at }, new Date())
    if (ordered.kind === 'done') await begin(ordered.id)
  }
  redirect(manyPath(query))
}

export async function undoOrder(form: FormData): Promise<void> {
  const actor = await requireStaff('moderate')
  const said = Object.fromEntries(form)
  const batchId = z.coerce.number().int().positive().parse(said.batch)
  const undone = await batches.undo(actor, batchId, new Date())
  if (undone.kind === 'done') await begin(batchId)
  redirect(manyPath(queueQuery.parse(said)))
}

const AT_ONCE_MS = 1_000

/** A small order is done when the page comes back; what is left of a large one is the worker's. */
async function begin(batchId: number): Promise<void> {
  const end = performance.now() + AT_ONCE_MS
  while (performance.now() < end && (await step(batchId, new Date())));
}
