import { respondJson } from '@/app/_machines/respond'
import { answer } from '@/documents/reading'
import { STATUS_WORDS, statusInWords } from '@/domain/mentions/words'
import { readStatus } from '../../status'

export const dynamic = 'force-dynamic'

export async function GET(_: Request, { params }: RouteContext<'/webmention/[token]/json'>) {
  answer.personal()
  const status = await readStatus((await params).token)
  if (!status) return respondJson({ error: 'There is no such mention.' }, 404)
  const { source, target, state } = status
  return respondJson({ status: STATUS_WORDS[state], summary: statusInWords(status), source, target })
}
