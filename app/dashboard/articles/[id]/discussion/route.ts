import { z } from 'zod'
import { requireStaffOr401 } from '@/auth/guard'
import * as editing from '@/db/editing'
import { discussionInput, reasonInput } from '@/domain/discussion/input'
import { articleIdIn, invalid, missing, read, reply } from '../command'

const dated = z.record(z.string(), z.unknown()).transform((value) =>
  // JSON knows no dates
  Object.fromEntries(
    Object.entries(value).map(([key, each]) => [
      key,
      (key === 'closesAt' || key === 'reopensAt') && typeof each === 'string' ? new Date(each) : each,
    ]),
  ),
)
const choice = dated.pipe(z.intersection(discussionInput, z.object({ reason: reasonInput.default('') })))

export async function POST(
  request: Request,
  { params }: RouteContext<'/dashboard/articles/[id]/discussion'>,
) {
  const actor = await requireStaffOr401('set-discussion')
  const id = articleIdIn((await params).id)
  if (id === null) return missing()
  const input = await read(request, choice)
  return input.success
    ? reply(await editing.setDiscussion(actor, id, input.data, new Date()))
    : invalid(input.error)
}
