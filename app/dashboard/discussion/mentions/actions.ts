'use server'

import { refresh } from 'next/cache'
import { z } from 'zod'
import { requireStaff } from '@/auth/guard'
import type { Banned, Decided } from '@/components/dashboard/mentions/state'
import * as decisions from '@/db/mention-decisions'
import { type HostBan, hostBan, type MentionDecision, mentionDecision } from '@/domain/mentions/desk-input'

const SENTENCES = {
  forbidden: 'Not done: your role may not decide about mentions.',
  missing: 'Not done: this mention is gone.',
}

export async function decide(wanted: MentionDecision): Promise<Decided> {
  const actor = await requireStaff('moderate')
  const decided = await decisions.decide(actor, mentionDecision.parse(wanted), new Date())
  return decided.kind === 'done' ? decided : { kind: 'refused', sentence: SENTENCES[decided.reason] }
}

export async function lookAgain(mentionId: number): Promise<string> {
  const actor = await requireStaff('moderate')
  const looked = await decisions.lookAgain(actor, z.int().positive().parse(mentionId), new Date())
  return looked.kind === 'done' ? 'Its page is read again within a minute.' : SENTENCES[looked.reason]
}

export async function banHost(wanted: HostBan): Promise<Banned> {
  const actor = await requireStaff('moderate')
  const banned = await decisions.banHost(actor, hostBan.parse(wanted), new Date())
  if (banned.kind === 'refused') return { kind: 'refused', sentence: SENTENCES[banned.reason] }
  refresh()
  return { kind: 'done', host: banned.host, moved: banned.moved }
}
