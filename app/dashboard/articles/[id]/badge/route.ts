import { z } from 'zod'
import { requireStaffOr401 } from '@/auth/guard'
import { setBadge } from '@/db/score-badge'
import { SHOWINGS } from '@/domain/score/showing'
import { articleIdIn, invalid, missing, read, reply } from '../command'

const input = z.object({ showing: z.enum(SHOWINGS).nullable() })

export async function POST(request: Request, { params }: RouteContext<'/dashboard/articles/[id]/badge'>) {
  const actor = await requireStaffOr401('publish')
  const id = articleIdIn((await params).id)
  if (id === null) return missing()
  const wanted = await read(request, input)
  return wanted.success
    ? reply(await setBadge(actor, id, wanted.data.showing, new Date()))
    : invalid(wanted.error)
}
