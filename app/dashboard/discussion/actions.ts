'use server'

import { z } from 'zod'
import { requireStaff } from '@/auth/guard'
import type { Decided } from '@/components/dashboard/moderation/state'
import type { Decision } from '@/db/moderation'
import * as moderation from '@/db/moderation'
import { countQueue } from '@/db/queue-counts'
import type { StaffActor } from '@/domain/actor'
import { COMMENT_STATES, type CommentState } from '@/domain/comments/states'

const id = z.int().positive()
const state = z.enum(COMMENT_STATES)
const subject = z.object({ id, seen: state, articleId: id.optional() })

export async function decide(comment: z.infer<typeof subject> & { state: CommentState }): Promise<Decided> {
  const actor = await requireStaff('moderate')
  const { articleId, ...wanted } = subject.extend({ state }).parse(comment)
  return answer(actor, await moderation.decide(actor, wanted, new Date()), articleId)
}

export async function undo(comment: z.infer<typeof subject>): Promise<Decided> {
  const actor = await requireStaff('moderate')
  const { articleId, ...wanted } = subject.parse(comment)
  return answer(actor, await moderation.undo(actor, wanted, new Date()), articleId)
}

const SENTENCES = {
  forbidden: 'Not done: your role may not decide about comments.',
  'nothing-to-undo': 'Not taken back: somebody decided again since.',
}

async function answer(
  actor: StaffActor,
  decision: Decision,
  articleId: number | undefined,
): Promise<Decided> {
  if (decision.kind === 'missing') return { kind: 'refused', sentence: 'Not done: this comment is gone.' }
  if (decision.kind === 'refused') return { kind: 'refused', sentence: SENTENCES[decision.reason] }
  return { ...decision, counts: await countQueue(actor, articleId) }
}
