import { z } from 'zod'
import { requireStaffOr401 } from '@/auth/guard'
import { sendAgain } from '@/db/outgoing-lists'
import { invalid, read, reply } from '../command'

const input = z.object({ mentionId: z.int().positive() })

export async function POST(request: Request) {
  const actor = await requireStaffOr401('publish')
  const typed = await read(request, input)
  return typed.success
    ? reply(await sendAgain(actor, typed.data.mentionId, new Date()))
    : invalid(typed.error)
}
