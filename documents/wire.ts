import { type OutgoingHttpHeaders, STATUS_CODES, validateHeaderName, validateHeaderValue } from 'node:http'
import { matches, type Variant, variantFor, type Variants } from './encode'
import type { Plain } from './plain'

/** A finished answer in every encoding; its headers name all but what the encoding decides. */
export type Finished = { status: number; headers: OutgoingHttpHeaders; variants: Variants }

/** Everything that goes out above the body, but what Node adds itself. */
export const fieldsOf = ({ status, headers }: Finished, variant: Variant): OutgoingHttpHeaders => ({
  ...headers,
  vary: 'Accept-Encoding',
  ...(status === 200 ? { etag: variant.etag } : {}),
  'content-length': variant.body.length,
  ...(variant.encoding === 'identity' ? {} : { 'content-encoding': variant.encoding }),
})

const ABOUT_THE_BODY = new Set(['content-type', 'content-length', 'content-encoding'])

/** What is left of the fields where the client holds the body already (RFC 9110, 15.4.5). */
export const fieldsOfHeld = (fields: OutgoingHttpHeaders): OutgoingHttpHeaders =>
  Object.fromEntries(Object.entries(fields).filter(([name]) => !ABOUT_THE_BODY.has(name)))

let second = 0
let date = ''
function dateAt(now: number): string {
  const current = Math.floor(now / 1000)
  if (current !== second) {
    second = current
    date = new Date(now).toUTCString()
  }
  return date
}

const statusLine = (status: number) => `HTTP/1.1 ${status} ${STATUS_CODES[status] ?? ''}\r\nDate: `

function headOf(status: number, fields: OutgoingHttpHeaders, now: number): string {
  let head = `${statusLine(status)}${dateAt(now)}\r\n`
  for (const [name, value] of Object.entries(fields)) {
    validateHeaderName(name)
    validateHeaderValue(name, String(value))
    head += `${name}: ${String(value)}\r\n`
  }
  return `${head}\r\n`
}

type Whole = { bytes: Buffer; second: number; dateFrom: number }
const wholes = new WeakMap<Variant, Whole>()

/** Head and body as one piece of memory, made at the first reading: one write is all that a hit costs. */
function wholeOf(answer: Finished, variant: Variant, now: number): Buffer {
  const current = Math.floor(now / 1000)
  let whole = wholes.get(variant)
  if (!whole) {
    const head = Buffer.from(headOf(answer.status, fieldsOf(answer, variant), now), 'latin1')
    const bytes = Buffer.concat([head, variant.body])
    // the body is held once: the variant looks into the same memory
    variant.body = bytes.subarray(head.length)
    whole = { bytes, second: current, dateFrom: statusLine(answer.status).length }
    wholes.set(variant, whole)
  }
  if (whole.second !== current) {
    whole.bytes.write(dateAt(now), whole.dateFrom, 'latin1')
    whole.second = current
  }
  return whole.bytes
}

/** The bytes that answer a plain request from what is finished. */
export function bytesFor({ method, accepted, ifNoneMatch }: Plain, answer: Finished, now: number): Buffer {
  const variant = variantFor(accepted, answer.variants)
  if (answer.status === 200 && matches(ifNoneMatch, answer.variants.hash))
    return Buffer.from(headOf(304, fieldsOfHeld(fieldsOf(answer, variant)), now), 'latin1')
  if (method === 'HEAD') return Buffer.from(headOf(answer.status, fieldsOf(answer, variant), now), 'latin1')
  return wholeOf(answer, variant, now)
}
