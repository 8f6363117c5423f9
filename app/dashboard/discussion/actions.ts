'use server'

import { z } from 'zod'
import { requireStaff } from '@/auth/guard'
import type { Decided, DecidedMany, UndoneMany } from '@/components/dashboard/moderation/state'
import { step } from '@/db/batch-steps'
import * as batches from '@/db/comment-batches'
import type { Decision } from '@/db/moderation'
import * as moderation from '@/db/moderation'
import { orderedIds } from '@/domain/comments/bulk'
import { COMMENT_STATES } from '@/domain/comments/states'
import { elsewhere } from './elsewhere'

const id = z.int().positive()
const state = z.enum(COMMENT_STATES)
const subject = z.object({ id, seen: state })
// no more than a page shows
const shownIds = orderedIds.max(100)

const decision = subject.extend({ state, edits: z.int().min(0) })

export async function decide(comment: z.infer<typeof decision>): Promise<Decided> {
  const actor = await requireStaff('moderate')
  const wanted = decision.parse(comment)
  return answer(wanted.id, await moderation.decide(actor, wanted, new Date()))
}

export async function undo(comment: z.infer<typeof subject>): Promise<Decided> {
  const actor = await requireStaff('moderate')
  const wanted = subject.parse(comment)
  return answer(wanted.id, await moderation.undo(actor, wanted, new Date()))
}

const orderInput = z.object({ ids: shownIds, from: state, to: state, readAt: z.int().min(0) })

/** About comments of one page; the order about all that a filter means is on a page of its own. */
export async function decideMany(wanted: z.infer<typeof orderInput>): Promise<DecidedMany> {
  const actor = await requireStaff('moderate')
  const input = orderInput.parse(wanted)
  const now = new Date()
  const ordered = await batches.order(actor, input, now)
  if (ordered.kind === 'refused') return { kind: 'refused', sentence: SENTENCES.forbidden }
  while (await step(ordered.id, new Date()));
  const { done, changed } = await batches.outcomeOf(ordered.id, input.ids)
  return { kind: 'done', batchId: ordered.id, done, changed: await elsewhere(changed, now) }
}

const undoInput = z.object({ batchId: id, ids: shownIds })

export async function undoMany(wanted: z.infer<typeof undoInput>): Promise<UndoneMany> {
  const actor = await requireStaff('moderate')
  const { batchId, ids } = undoInput.parse(wanted)
  const now = new Date()
  const undone = await batches.undo(actor, batchId, now)
  if (undone.kind !== 'done') return { kind: 'refused', sentence: 'Not taken back: somebody did it already.' }
  while (await step(batchId, new Date()));
  return { kind: 'done', now: await elsewhere(await batches.listChanged(ids), now) }
}

const SENTENCES = {
  forbidden: 'Not done: your role may not decide about comments.',
  edited: 'Not done: its author changed the text meanwhile. Open the page again to read it.',
  withdrawn: 'Not done: its author took this comment back.',
  'nothing-to-undo': 'Not taken back: somebody decided again since.',
}

async function answer(id: number, decision: Decision): Promise<Decided> {
  if (decision.kind === 'missing') return { kind: 'refused', sentence: 'Not done: this comment is gone.' }
  if (decision.kind === 'refused') return { kind: 'refused', sentence: SENTENCES[decision.reason] }
  if (decision.kind === 'done') return { kind: 'done', state: decision.state }
  const { state, by, at } = decision
  const [told] = await elsewhere([{ id, state, by, at }], new Date())
  return { kind: 'changed', id, state, by, when: told?.when ?? null }
}
