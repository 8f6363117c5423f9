import { requireStaffOr401 } from '@/auth/guard'
import * as editing from '@/db/editing'
import { draftInput } from '@/domain/revision'
import { articleIdIn, invalid, isTooLong, missing, read, reply } from '../command'

export async function POST(request: Request, { params }: RouteContext<'/dashboard/articles/[id]/save'>) {
  const actor = await requireStaffOr401('write')
  if (isTooLong(request)) return reply({ kind: 'refused', reason: 'too-long' })
  const id = articleIdIn((await params).id)
  if (id === null) return missing()
  const draft = await read(request, draftInput)
  return draft.success
    ? reply(await editing.saveDraft(actor, id, draft.data, new Date()))
    : invalid(draft.error)
}
