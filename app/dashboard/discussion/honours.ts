'use server'

import { z } from 'zod'
import { requireStaff } from '@/auth/guard'
import { honour } from '@/db/honours'
import { HONOUR_REFUSALS, HONOURS } from '@/domain/comments/honours'

const wantedSchema = z.object({ id: z.int().positive(), honour: z.enum(HONOURS), given: z.boolean() })

/** Pins or highlights a comment, or takes that back; the sentence says why not. */
export async function giveHonour(wanted: z.infer<typeof wantedSchema>): Promise<string | null> {
  const actor = await requireStaff('set-discussion')
  const result = await honour(actor, wantedSchema.parse(wanted), new Date())
  if (result.kind === 'missing') return 'Not done: this comment is gone.'
  return result.kind === 'refused' ? HONOUR_REFUSALS[result.reason] : null
}
