import { z } from 'zod'
import { requireStaffOr401 } from '@/auth/guard'
import { setMode } from '@/db/article-mode'
import { DISCUSSION_MODES } from '@/domain/discussion/choices'
import { reasonInput } from '@/domain/discussion/input'
import { articleIdIn, invalid, missing, read, reply } from '../command'

const input = z.object({ mode: z.enum(DISCUSSION_MODES).nullable(), reason: reasonInput.default('') })

export async function POST(request: Request, { params }: RouteContext<'/dashboard/articles/[id]/mode'>) {
  const actor = await requireStaffOr401('set-discussion')
  const id = articleIdIn((await params).id)
  if (id === null) return missing()
  const mode = await read(request, input)
  return mode.success ? reply(await setMode(actor, id, mode.data, new Date())) : invalid(mode.error)
}
