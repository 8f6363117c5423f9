'use server'

import { refresh } from 'next/cache'
import { z } from 'zod'
import { requireStaff } from '@/auth/guard'
import type { Answer } from '@/components/dashboard/desk/answer'
import { step } from '@/db/batch-steps'
import * as batches from '@/db/batches'
import { BATCH_ACTS } from '@/domain/discussion/batch-acts'
import { batchFilter } from '@/domain/discussion/batches'
import { reasonInput } from '@/domain/discussion/input'

const orderInput = z.object({ act: z.enum(BATCH_ACTS), filter: batchFilter, reason: reasonInput })

export async function orderBatch(wanted: z.infer<typeof orderInput>): Promise<Answer> {
  const actor = await requireStaff('set-discussion')
  const input = orderInput.safeParse(wanted)
  if (!input.success) return { kind: 'refused', sentence: 'Not done: the order is not complete.' }
  const ordered = await batches.order(actor, input.data, new Date())
  if (ordered.kind === 'refused') return { kind: 'refused', sentence: 'Not done: your role may not do this.' }
  await begin(ordered.id)
  refresh()
  return { kind: 'done' }
}

export async function undoBatch(batchId: number): Promise<Answer> {
  const actor = await requireStaff('set-discussion')
  const id = z.int().positive().parse(batchId)
  const undone = await batches.undo(actor, id, new Date())
  if (undone.kind !== 'done')
    return { kind: 'refused', sentence: 'Not taken back: somebody did it already, or it is not yours.' }
  await begin(id)
  refresh()
  return { kind: 'done' }
}

const AT_ONCE_MS = 1_000

/** A small order is done when the page comes back; what is left of a large one is the worker's. */
async function begin(batchId: number): Promise<void> {
  const end = performance.now() + AT_ONCE_MS
  while (performance.now() < end && (await step(batchId, new Date())));
}
