import { requireStaffOr401 } from '@/auth/guard'
import * as lists from '@/db/lists'
import { LIST_NAMES } from '@/domain/moderation/findings'
import { listInput } from '@/domain/moderation/rule-input'
import { invalid, missing, read, reply } from '../../../articles/[id]/command'

/** Keeps a list. By its own address rather than by an action: a list of 60,000 words is longer than a form may be. */
export async function POST(request: Request) {
  const actor = await requireStaffOr401('set-policy')
  const list = await read(request, listInput)
  return list.success ? reply(await lists.save(actor, list.data, new Date())) : invalid(list.error)
}

/** A list as a file, to be changed and brought back. */
export async function GET(request: Request) {
  const actor = await requireStaffOr401('set-policy')
  const asked = new URL(request.url).searchParams.get('name')
  const name = LIST_NAMES.find((each) => each === asked)
  const source = name && (await lists.getList(actor, name))
  if (typeof source !== 'string') return missing()
  return new Response(source, {
    headers: {
      'content-type': 'text/plain; charset=utf-8',
      'content-disposition': `attachment; filename="${name}.txt"`,
    },
  })
}
