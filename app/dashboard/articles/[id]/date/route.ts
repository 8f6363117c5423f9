import { z } from 'zod'
import { requireStaffOr401 } from '@/auth/guard'
import * as publishing from '@/db/publishing'
import { CONSEQUENCES } from '@/domain/discussion/consequence'
import { articleIdIn, invalid, missing, read, reply } from '../command'

const date = z.object({ at: z.iso.datetime(), agreed: z.enum(CONSEQUENCES).nullable() })

export async function POST(request: Request, { params }: RouteContext<'/dashboard/articles/[id]/date'>) {
  const actor = await requireStaffOr401('publish')
  const id = articleIdIn((await params).id)
  if (id === null) return missing()
  const input = await read(request, date)
  if (!input.success) return invalid(input.error)
  const { at, agreed } = input.data
  return reply(await publishing.changeDate(actor, id, { publishAt: new Date(at), agreed }, new Date()))
}
