import { requireStaffOr401 } from '@/auth/guard'
import * as editing from '@/db/editing'
import { MAX_BYTES } from '@/domain/document/validate'
import { draftInput } from '@/domain/revision'
import { articleIdIn, invalid, missing, read, reply } from '../command'

// a document, and the lines of text around it
const LIMIT = MAX_BYTES + 65_536

export async function POST(request: Request, { params }: RouteContext<'/dashboard/articles/[id]/save'>) {
  const actor = await requireStaffOr401('write')
  // the HTTP parser reads no further than the announced length
  if (Number(request.headers.get('content-length') ?? Infinity) > LIMIT)
    return reply({ kind: 'refused', reason: 'too-long' })
  const id = articleIdIn((await params).id)
  if (id === null) return missing()
  const draft = await read(request, draftInput)
  return draft.success
    ? reply(await editing.saveDraft(actor, id, draft.data, new Date()))
    : invalid(draft.error)
}
