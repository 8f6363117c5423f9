import { z } from 'zod'
import { requireStaffOr401 } from '@/auth/guard'
import * as editing from '@/db/editing'
import { discussionInput } from '@/domain/discussion/input'
import { articleIdIn, invalid, missing, read, reply } from '../command'

// JSON knows no dates
const choice = z.preprocess(
  (value) =>
    typeof value === 'object' && value !== null && 'closesAt' in value
      ? { ...value, closesAt: new Date(String(value.closesAt)) }
      : value,
  discussionInput,
)

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
