'use server'

import { refresh } from 'next/cache'
import { z } from 'zod'
import { requireStaff } from '@/auth/guard'
import type { Answer } from '@/components/dashboard/desk/answer'
import * as runs from '@/db/score-runs'

export async function scoreAllAgain(): Promise<Answer> {
  const actor = await requireStaff('set-policy')
  const ordered = await runs.order(actor, new Date())
  refresh()
  if (ordered.kind === 'done') return { kind: 'done' }
  return { kind: 'refused', sentence: 'Not begun: it is at work already.' }
}

export async function stopScoring(runId: number): Promise<Answer> {
  const actor = await requireStaff('set-policy')
  const stopped = await runs.cancel(actor, z.int().positive().parse(runId), new Date())
  refresh()
  if (stopped.kind === 'done') return { kind: 'done' }
  return { kind: 'refused', sentence: 'Not stopped: it is over already.' }
}
