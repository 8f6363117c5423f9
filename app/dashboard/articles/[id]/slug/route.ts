import { z } from 'zod'
import { requireStaffOr401 } from '@/auth/guard'
import * as editing from '@/db/editing'
import { articleIdIn, invalid, missing, read, reply } from '../command'

const change = z.object({ slug: z.string().max(1_000) })

export async function POST(request: Request, { params }: RouteContext<'/dashboard/articles/[id]/slug'>) {
  const actor = await requireStaffOr401('write')
  const id = articleIdIn((await params).id)
  if (id === null) return missing()
  const input = await read(request, change)
  return input.success
    ? reply(await editing.changeSlug(actor, id, input.data.slug, new Date()))
    : invalid(input.error)
}
