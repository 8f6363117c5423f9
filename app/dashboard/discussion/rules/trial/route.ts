import { requireStaffOr401 } from '@/auth/guard'
import { tryRule } from '@/db/trials'
import { consideredRule } from '@/domain/moderation/rule-input'
import { invalid, read, reply } from '../../../articles/[id]/command'

/** What a rule that is not saved yet would have done. */
export async function POST(request: Request) {
  const actor = await requireStaffOr401('moderate')
  const rule = await read(request, consideredRule)
  if (!rule.success) return invalid(rule.error)
  return reply({ kind: 'done', ...(await tryRule(actor, rule.data, new Date())) })
}
