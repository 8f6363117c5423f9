import { allowAnyone } from '@/auth/guard'
import { config } from '@/config'
import { answer } from '@/documents/reading'
import { PAIR_PROBLEMS, TARGET_PROBLEMS, tooMany } from '@/domain/mentions/words'
import { statusOf, take, type Taken } from '../take'

/** The receiver of webmentions (W3C Recommendation, 3.2): what can be checked now is, and the worker looks at the page. */
export async function POST(request: Request): Promise<Response> {
  const { addressHash } = await allowAnyone()
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
  if (taken.reason === 'too-many') {
    answer.tooMany(taken.retryAfterSeconds)
    return text(429, tooMany(taken.retryAfterSeconds))
  }
  return said(400, TARGET_PROBLEMS[taken.reason])
}

const text = (status: number, words: string, headers: Record<string, string> = {}) =>
  new Response(`${words}\n`, { status, headers: { 'content-type': 'text/plain; charset=utf-8', ...headers } })

function said(...[status, words, headers]: Parameters<typeof text>): Response {
  // a status that is said is final; else the server would take 400 for a form of an older build
  answer.status(status)
  return text(status, words, headers)
}
