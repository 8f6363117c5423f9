'use server'

import { refresh } from 'next/cache'
import { z } from 'zod'
import { requireStaff } from '@/auth/guard'
import type { Answer } from '@/components/dashboard/desk/answer'
import { type Choice, mend, type RepairResult, skip, undo } from '@/db/repairing'

const id = z.int().positive()
const choiceInput = z.object({
  articleId: id,
  revisionId: id,
  keys: z.array(z.string().max(100)).min(1).max(100_000),
})

const REFUSALS = {
  forbidden: 'This article is not yours to change.',
  changed: 'Not done: somebody changed the article since.',
}

function answerTo(result: RepairResult): Answer {
  refresh()
  if (result.kind === 'done') return { kind: 'done' }
  if (result.reason !== 'gate') return { kind: 'refused', sentence: REFUSALS[result.reason] }
  const [first] = result.problems ?? []
  const why = first ? `“${first.quote}”: ${first.why}` : 'The new text could not be checked.'
  return { kind: 'refused', sentence: `Not mended: readers would not get it. ${why}` }
}

/** Mends the chosen places in one revision. */
export async function mendPlaces(choice: Choice): Promise<Answer> {
  const actor = await requireStaff('publish')
  return answerTo(await mend(actor, choiceInput.parse(choice), new Date()))
}

/** Leaves the chosen places as they are for good. */
export async function skipPlaces(choice: Choice): Promise<Answer> {
  const actor = await requireStaff('publish')
  return answerTo(await skip(actor, choiceInput.parse(choice), new Date()))
}

export async function takeBack(repairId: number): Promise<Answer> {
  const actor = await requireStaff('publish')
  return answerTo(await undo(actor, id.parse(repairId), new Date()))
}
