import { z } from 'zod'
import { requireStaffOr401 } from '@/auth/guard'
import * as closing from '@/db/closing'
import { articleIdIn, invalid, missing, read, reply } from '../command'

const input = z.object({ note: z.string().trim().max(5_000) })

export async function POST(request: Request, { params }: RouteContext<'/dashboard/articles/[id]/note'>) {
  const actor = await requireStaffOr401('set-discussion')
  const id = articleIdIn((await params).id)
  if (id === null) return missing()
  const note = await read(request, input)
  return note.success
    ? reply(await closing.setNote(actor, id, note.data.note, new Date()))
    : invalid(note.error)
}
