'use server'

import { refresh } from 'next/cache'
import { z } from 'zod'
import { requireStaff } from '@/auth/guard'
import { SEND_AGAIN_REFUSALS } from '@/domain/mentions/sending-words'
import * as outgoing from '@/db/outgoing-lists'

export async function sendAgain(mentionId: number): Promise<string> {
  const actor = await requireStaff('moderate')
  const result = await outgoing.sendAgain(actor, z.int().positive().parse(mentionId), new Date())
  if (result.kind !== 'done')
    return SEND_AGAIN_REFUSALS[result.kind === 'refused' ? result.reason : 'missing']
  refresh()
  return 'It waits to be sent.'
}
