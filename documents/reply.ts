import type { IncomingMessage, OutgoingHttpHeader, ServerResponse } from 'node:http'
import { matches, type Variant, variantFor } from './encode'
import { fieldsOf, fieldsOfHeld, type Finished } from './wire'

type Timed = Finished & { personal: boolean; timing: string }

/** A document as it goes out: whoever reads it asks again each time, and what is personal is stored nowhere. */
export const finished = ({ status, headers, variants, personal, timing }: Timed): Finished => ({
  status,
  variants,
  headers: {
    ...headers,
    'cache-control': personal ? 'no-store' : 'private, no-cache',
    'server-timing': timing,
  },
})

// what a hit sends is composed once a document: composing it for every reader costs a third of the throughput
const composed = new WeakMap<Finished, WeakMap<Variant, OutgoingHttpHeader[]>>()

function rawFields(answer: Finished, variant: Variant): OutgoingHttpHeader[] {
  const known = composed.get(answer) ?? new WeakMap<Variant, OutgoingHttpHeader[]>()
  composed.set(answer, known)
  let fields = known.get(variant)
  if (!fields) {
    fields = Object.entries(fieldsOf(answer, variant)).flatMap(([name, value]) => [name, value ?? ''])
    known.set(variant, fields)
  }
  return fields
}

/** Sends a finished body in the encoding asked for, or 304 where the client holds it already. */
export function reply(request: IncomingMessage, response: ServerResponse, answer: Finished): void {
  const { status, variants } = answer
  const accepted = request.headers['accept-encoding']
  const variant = variantFor(typeof accepted === 'string' ? accepted : '', variants)
  const read = request.method === 'GET' || request.method === 'HEAD'
  if (read && status === 200 && matches(request.headers['if-none-match'], variants.hash)) {
    response.writeHead(304, fieldsOfHeld(fieldsOf(answer, variant))).end()
    return
  }
  response.writeHead(status, rawFields(answer, variant))
  response.end(request.method === 'HEAD' ? undefined : variant.body)
}

/** A short answer in words, for what has no page of its own. */
export function replyText(
  response: ServerResponse,
  status: number,
  text: string,
  headers: NodeJS.Dict<string> = {},
): void {
  if (response.headersSent || response.destroyed) return
  const body = Buffer.from(`${text}\n`)
  response
    .writeHead(status, {
      'content-type': 'text/plain; charset=utf-8',
      'content-length': body.length,
      'cache-control': 'no-store',
      ...headers,
    })
    .end(body)
}
