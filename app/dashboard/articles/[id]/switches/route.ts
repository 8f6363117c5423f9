import { requireStaffOr401 } from '@/auth/guard'
import * as closing from '@/db/closing'
import { reasonInput, switchesInput } from '@/domain/discussion/input'
import { articleIdIn, invalid, missing, read, reply } from '../command'

const switches = switchesInput.extend({ reason: reasonInput.default('') })

export async function POST(request: Request, { params }: RouteContext<'/dashboard/articles/[id]/switches'>) {
  const actor = await requireStaffOr401('set-discussion')
  const id = articleIdIn((await params).id)
  if (id === null) return missing()
  const input = await read(request, switches)
  return input.success
    ? reply(await closing.setSwitches(actor, id, input.data, new Date()))
    : invalid(input.error)
}
