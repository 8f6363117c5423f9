import { requireStaffOr401 } from '@/auth/guard'
import { judgeTyped } from '@/db/judging'
import { revisionInput } from '@/domain/revision'
import { articleIdIn, invalid, isTooLong, missing, read, reply } from '../command'

/** What is wrong with a text that is being written, and what it scores; nothing is stored. */
export async function POST(request: Request, { params }: RouteContext<'/dashboard/articles/[id]/score'>) {
  const actor = await requireStaffOr401('read-drafts')
  if (isTooLong(request)) return reply({ kind: 'refused', reason: 'too-long' })
  const id = articleIdIn((await params).id)
  if (id === null) return missing()
  const typed = await read(request, revisionInput)
  return typed.success ? reply(await judgeTyped(actor, id, typed.data, new Date())) : invalid(typed.error)
}
