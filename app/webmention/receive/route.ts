import { allowAnyone, networkFrom } from '@/auth/guard'
import { config } from '@/config'
import { answer } from '@/documents/reading'
import { offerAt } from '@/documents/shortcuts'
import { PAIR_PROBLEMS, TARGET_PROBLEMS, tooMany } from '@/domain/mentions/words'
import { statusOf, take, type Taken } from '../take'

/** The receiver of webmentions (W3C Recommendation, 3.2): what can be checked now is, and the worker looks at the page. */
export async function POST(request: Request): Promise<Response> {
  return receive(request, (await allowAnyone()).addressHash)
}

offerAt('/webmention', (request, headers) => receive(request, networkFrom(headers)))

async function receive(request: Request, addressHash: string | null): Promise<Response> {
  const form = await request.formData().catch(() => null)
  if (!form) return said(415, 'Send source and target as a form (application/x-www-form-urlencoded).')
  const sent = { source: single(form, 'source'), target: single(form, 'target') }
  return respond(await take({ ...sent, protocol: 'webmention', addressHash }, new Date()))
}

// of two sources nobody knows which is meant
const single = (form: FormData, name: string) => (form.getAll(name).length === 1 ? form.get(name) : null)

function respond(taken: Taken): Response {
  if (taken.kind === 'accepted') {
    const location = new URL(statusOf(taken.id), config().siteUrl).href
    return said(202, `Accepted. What becomes of it stands at ${location}`, { location })
  }
  if (taken.reason === 'pair') return said(400, PAIR_PROBLEMS[taken.problem])
  if (taken.reason === 'too-many')
    return said(429, tooMany(taken.retryAfterSeconds), { 'retry-after': String(taken.retryAfterSeconds) })
  return said(400, TARGET_PROBLEMS[taken.reason])
}

function said(status: number, words: string, headers: Record<string, string> = {}): Response {
  // a status that is said is final; else the server would take 400 for a form of an older build
  answer.status(status)
  const type = { 'content-type': 'text/plain; charset=utf-8' }
  return new Response(`${words}\n`, { status, headers: { ...type, ...headers } })
}
