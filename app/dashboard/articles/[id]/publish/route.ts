import { z } from 'zod'
import { requireStaffOr401 } from '@/auth/guard'
import * as publishing from '@/db/publishing'
import { articleIdIn, invalid, missing, read, reply } from '../command'

/** Without an instant: now. */
const when = z.object({ at: z.iso.datetime().nullable(), isSmall: z.boolean().default(false) })

export async function POST(request: Request, { params }: RouteContext<'/dashboard/articles/[id]/publish'>) {
  const actor = await requireStaffOr401('publish')
  const id = articleIdIn((await params).id)
  if (id === null) return missing()
  const input = await read(request, when)
  if (!input.success) return invalid(input.error)
  const { at, isSmall } = input.data
  return reply(await publishing.publish(actor, id, { ...(at && { at: new Date(at) }), isSmall }, new Date()))
}
