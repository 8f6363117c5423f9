import type { IncomingHttpHeaders, OutgoingHttpHeaders } from 'node:http'
import type { Reading } from '@/db/touches'
import { type Answer, ask, type Question, type RequestHandler } from './ask'
import { dataHeaders, documentHeaders, passed } from './headers'
import { readingOf } from './reading'
import { strip } from './strip'

/** The page threw, or needs what it must not need; visitors get the last good document or the error document. */
class FailedRender extends Error {
  override name = 'FailedRender'
}

export type Rendered = {
  status: number
  headers: OutgoingHttpHeaders
  body: Buffer
  reading: Reading
  ms: number
}

const isHtml = (headers: OutgoingHttpHeaders) => String(headers['content-type'] ?? '').startsWith('text/html')

/** What a shared document may know of the request that caused it: nothing of its visitor. */
const SHARED = ['host', 'x-forwarded-proto']
const OWN = [
  ...SHARED,
  'cookie',
  'x-request-id',
  'x-masthead-address',
  'content-type',
  'origin',
  'user-agent',
]

const known = (headers: IncomingHttpHeaders, anonymous: boolean): IncomingHttpHeaders =>
  Object.fromEntries(
    (anonymous ? SHARED : OWN).flatMap((name) =>
      headers[name] === undefined ? [] : [[name, headers[name]]],
    ),
  )

/** Asks Next and finishes its answer: the page's own status, no scripts, only headers worth passing on. */
export async function render(
  handle: RequestHandler,
  question: Question,
  {
    secure,
    anonymous,
    returned = null,
  }: { secure: boolean; anonymous: boolean; returned?: Reading['returned'] },
): Promise<Rendered> {
  const began = performance.now()
  const headers = {
    ...known(question.headers, anonymous),
    accept: 'text/html',
    'accept-encoding': 'identity',
  }
  const { result, reading } = await readingOf(returned, () => ask(handle, { ...question, headers }))
  return { ...finish(result, reading, secure), reading, ms: performance.now() - began }
}

/** Fonts to fetch early and what the page says itself share one field. */
function withLinks(headers: OutgoingHttpHeaders, { link, ...said }: Reading['headers']): OutgoingHttpHeaders {
  const links = [link, headers.link].filter((each) => each !== undefined)
  return { ...headers, ...said, ...(links.length > 0 && { link: links.join(', ') }) }
}

function finish(
  { status, headers, body }: Answer,
  reading: Reading,
  secure: boolean,
): Omit<Rendered, 'reading' | 'ms'> {
  if (status >= 500) throw new FailedRender(`The page answered ${status}`)
  const html = isHtml(headers)
  if (reading.status && status === 200) status = reading.status
  return {
    status,
    headers: {
      ...withLinks(passed(headers), reading.headers),
      ...(html ? documentHeaders(secure, reading.module !== null) : dataHeaders(secure)),
      ...(reading.retryAfterSeconds ? { 'retry-after': String(reading.retryAfterSeconds) } : {}),
    },
    body: html ? Buffer.from(strip(body.toString(), reading.parts, reading.module)) : body,
  }
}
