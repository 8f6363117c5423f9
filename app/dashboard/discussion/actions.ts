'use server'

import { z } from 'zod'
import { requireStaff } from '@/auth/guard'
import type { Decided } from '@/components/dashboard/moderation/state'
import type { Decision } from '@/db/moderation'
import * as moderation from '@/db/moderation'
import { COMMENT_STATES, type CommentState } from '@/domain/comments/states'

const state = z.enum(COMMENT_STATES)
const subject = z.object({ id: z.int().positive(), seen: state })

export async function decide(comment: z.infer<typeof subject> & { state: CommentState }): Promise<Decided> {
  const actor = await requireStaff('moderate')
  return answer(await moderation.decide(actor, subject.extend({ state }).parse(comment), new Date()))
}

export async function undo(comment: z.infer<typeof subject>): Promise<Decided> {
  const actor = await requireStaff('moderate')
  return answer(await moderation.undo(actor, subject.parse(comment), new Date()))
}

const SENTENCES = {
  forbidden: 'Not done: your role may not decide about comments.',
  'nothing-to-undo': 'Not taken back: somebody decided again since.',
}

function answer(decision: Decision): Decided {
  if (decision.kind === 'missing') return { kind: 'refused', sentence: 'Not done: this comment is gone.' }
  if (decision.kind === 'refused') return { kind: 'refused', sentence: SENTENCES[decision.reason] }
  return decision
}
