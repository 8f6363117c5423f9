import type { IncomingHttpHeaders } from 'node:http'
import type { RequestHandler } from './ask'
import { type Rendered, render } from './render'

type Post = { url: string; headers: IncomingHttpHeaders; body: Buffer; secure: boolean }

/** Next says so when the action of a form is not one of this build. */
const isUnknownAction = ({ status, headers }: Rendered) =>
  (status === 404 && headers['x-nextjs-action-not-found'] !== undefined) || status === 409 || status === 400

/**
 * Posts a form to its page. A form of an older build is not answered with its text lost:
 * the page is rendered again with what was typed in its fields, status 409.
 */
export async function post(handle: RequestHandler, { url, headers, body, secure }: Post): Promise<Rendered> {
  const answered = await render(handle, { method: 'POST', url, headers, body }, { secure, anonymous: false })
  if (!isUnknownAction(answered) || answered.reading.status !== null) return answered
  const returned = await typed(body, headers['content-type'])
  if (!returned) return answered
  const question = {
    method: 'GET',
    url,
    headers: { ...headers, 'content-type': undefined, origin: undefined },
  }
  const again = await render(handle, question, { secure, anonymous: false, returned })
  return { ...again, status: again.status === 200 ? 409 : again.status }
}

/** The text fields of a posted form, without React's own; null where it is none. */
async function typed(body: Buffer, contentType: string | undefined): Promise<Record<string, string> | null> {
  if (!contentType) return null
  try {
    const form = await new Response(new Uint8Array(body), {
      headers: { 'content-type': contentType },
    }).formData()
    return Object.fromEntries(
      [...form].flatMap(([name, value]) =>
        name.startsWith('$') || typeof value !== 'string' ? [] : [[name, value]],
      ),
    )
  } catch {
    return null
  }
}
