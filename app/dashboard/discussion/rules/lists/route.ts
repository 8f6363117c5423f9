import { requireStaffOr401 } from '@/auth/guard'
import * as lists from '@/db/lists'
import { listInput } from '@/domain/moderation/rule-input'
import { invalid, read, reply } from '../../../articles/[id]/command'

/** Keeps a list. By its own address rather than by an action: a list of 60,000 words is longer than a form may be. */
export async function POST(request: Request) {
  const actor = await requireStaffOr401('set-policy')
  const list = await read(request, listInput)
  return list.success ? reply(await lists.save(actor, list.data, new Date())) : invalid(list.error)
}
