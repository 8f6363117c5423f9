import { z } from 'zod'
import { requireStaffOr401 } from '@/auth/guard'
import * as waivers from '@/db/waivers'
import { waiverInput } from '@/domain/score/waiver-input'
import { articleIdIn, invalid, missing, read, reply } from '../command'

type Context = RouteContext<'/dashboard/articles/[id]/waivers'>

/** Lets a problem be. */
export async function POST(request: Request, { params }: Context) {
  const actor = await requireStaffOr401('read-drafts')
  const id = articleIdIn((await params).id)
  if (id === null) return missing()
  const input = await read(request, waiverInput)
  return input.success ? reply(await waivers.waive(actor, id, input.data, new Date())) : invalid(input.error)
}

/** Takes that back. */
export async function DELETE(request: Request, { params }: Context) {
  const actor = await requireStaffOr401('read-drafts')
  const id = articleIdIn((await params).id)
  if (id === null) return missing()
  const input = await read(request, z.object({ waiverId: z.int().positive() }))
  return input.success
    ? reply(await waivers.endWaiver(actor, id, input.data.waiverId, new Date()))
    : invalid(input.error)
}
