import { requireStaffOr401 } from '@/auth/guard'
import * as publishing from '@/db/publishing'
import { articleIdIn, missing, reply } from '../command'

export async function POST(
  _request: Request,
  { params }: RouteContext<'/dashboard/articles/[id]/unpublish'>,
) {
  const actor = await requireStaffOr401('publish')
  const id = articleIdIn((await params).id)
  return id === null ? missing() : reply(await publishing.unpublish(actor, id, new Date()))
}
