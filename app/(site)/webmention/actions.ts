'use server'

import type { Route } from 'next'
import { redirect } from 'next/navigation'
import { z } from 'zod'
import { statusOf, take, type Taken } from '@/app/webmention/take'
import { allowAnyone } from '@/auth/guard'
import type { SendMentionState } from '@/components/mentions/send'
import { answer } from '@/documents/reading'
import { PAIR_PROBLEMS, TARGET_PROBLEMS, tooMany } from '@/domain/mentions/words'

const asText = z.string().catch('')

/** For people whose site sends no mentions by itself. */
export async function sendMention(_: SendMentionState, form: FormData): Promise<SendMentionState> {
  const { addressHash } = await allowAnyone()
  const source = asText.parse(form.get('source'))
  const target = asText.parse(form.get('target'))
  const taken = await take({ source, target, protocol: 'webmention', addressHash }, new Date())
  if (taken.kind === 'accepted') redirect(statusOf(taken.id) as Route)
  answer.giveBack({ source, target })
  return refused(taken)
}

function refused(taken: Extract<Taken, { kind: 'refused' }>): SendMentionState {
  if (taken.reason === 'too-many') {
    answer.tooMany(taken.retryAfterSeconds)
    return { kind: 'refused', field: 'source', problem: tooMany(taken.retryAfterSeconds) }
  }
  answer.status(422)
  if (taken.reason !== 'pair')
    return { kind: 'refused', field: 'target', problem: TARGET_PROBLEMS[taken.reason] }
  const { problem } = taken
  const isSource = problem === 'source' || problem === 'own' || problem === 'same'
  return { kind: 'refused', field: isSource ? 'source' : 'target', problem: PAIR_PROBLEMS[problem] }
}
