import type { IncomingHttpHeaders } from 'node:http'
import type { RequestHandler } from './ask'
import { readingOf } from './reading'
import { type Rendered, render } from './render'
import { isStaff } from './request'
import { readForm, takeShortcut } from './shortcuts'

type Post = {
  url: string
  headers: IncomingHttpHeaders
  body: Buffer
  secure: boolean
  /** Told of what failed, where its writer is answered all the same. */
  onError: (error: unknown) => void
}

/** What was posted calls itself a form and is none. */
export class BrokenForm extends Error {
  override name = 'BrokenForm'
}

/** Next says so when the action of a form is not one of this build. */
const isUnknownAction = ({ status, headers }: Rendered) =>
  (status === 404 && headers['x-nextjs-action-not-found'] !== undefined) || status === 409 || status === 400

/**
 * Posts a form to its page. Neither a form of an older build nor one whose action failed is answered with its text
 * lost: the page is rendered again with what was typed in its fields, status 409 or 500.
 */
export async function post(handle: RequestHandler, posted: Post): Promise<Rendered> {
  const { url, headers, body, secure, onError } = posted
  try {
    const redirected = isStaff(headers.cookie) ? null : await byShortcut(posted)
    if (redirected) return redirected
    const question = { method: 'POST', url, headers, body }
    const answered = await render(handle, question, { secure, anonymous: false })
    if (!isUnknownAction(answered) || answered.reading.status !== null) return answered
    const returned = await typed(body, headers['content-type'])
    return returned ? await again(handle, posted, returned, 409) : answered
  } catch (error) {
    const returned = await typed(body, headers['content-type'])
    if (!returned) throw new BrokenForm('The body is no form', { cause: error })
    if (Object.keys(returned).length === 0) throw error
    onError(error)
    return again(handle, posted, returned, 500)
  }
}

async function byShortcut({ body, headers }: Post): Promise<Rendered | null> {
  const began = performance.now()
  const { result: led, reading } = await readingOf(null, () => takeShortcut(body, headers))
  if (led === null) return null
  return {
    status: 303,
    headers: { location: led.location, 'set-cookie': led.cookie },
    body: Buffer.alloc(0),
    reading,
    ms: performance.now() - began,
  }
}

async function again(
  handle: RequestHandler,
  { url, headers, secure }: Post,
  returned: Record<string, string>,
  status: number,
): Promise<Rendered> {
  const question = {
    method: 'GET',
    url,
    headers: { ...headers, 'content-type': undefined, origin: undefined },
  }
  const rendered = await render(handle, question, { secure, anonymous: false, returned })
  return { ...rendered, status: rendered.status === 200 ? status : rendered.status }
}

/** The text fields of a posted form, without React's own; null where it is none. */
async function typed(body: Buffer, contentType: string | undefined): Promise<Record<string, string> | null> {
  const form = await readForm(body, contentType)
  if (!form) return null
  return Object.fromEntries(
    [...form].flatMap(([name, value]) =>
      name.startsWith('$') || typeof value !== 'string' ? [] : [[name, value]],
    ),
  )
}
