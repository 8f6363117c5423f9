import { SaxesParser } from 'saxes'
import type { GoneReason } from './states'

/** Faults of Pingback 1.0, section 3. */
export const FAULTS = {
  any: [0, 'The call was not understood.'],
  'no-source': [16, 'There is no page at the source.'],
  'no-link': [17, 'The source does not link to the target.'],
  'no-target': [32, 'There is no such article here.'],
  'not-a-target': [33, 'The target takes no pingbacks.'],
  known: [48, 'This pingback is registered already.'],
  denied: [49, 'This is not taken: it is a page of this site, or more arrives than is taken.'],
  upstream: [50, 'The source could not be reached.'],
} as const satisfies Record<string, readonly [number, string]>
export type Fault = keyof typeof FAULTS

const FOUND: Record<GoneReason, Fault> = {
  'no-link': 'no-link',
  type: 'no-link',
  unreadable: 'no-link',
  deleted: 'no-source',
  address: 'no-source',
  private: 'upstream',
  unreachable: 'upstream',
}

/** The fault for what is wrong with a source. */
export const faultFor = (reason: GoneReason): Fault => FOUND[reason]

/** Faults of calls as such (Specification for Fault Code Interoperability). */
export const UNKNOWN_METHOD = [-32601, 'The only method here is pingback.ping.'] as const

const DEPTH = 12
const TEXT_MAX = 4_000

class Refused extends Error {}

export type Call = { method: string; params: string[] }

/** Reads a call of XML-RPC whose parameters are strings; null for what is none. Neither DTD nor entities of its own. */
export function readCall(xml: string): Call | null {
  const path: string[] = []
  const call: Call = { method: '', params: [] }
  let text = ''
  let isTyped = false
  const parser = new SaxesParser()
  parser.on('error', () => refuse())
  parser.on('doctype', () => refuse())
  parser.on('opentag', ({ name }) => {
    path.push(name)
    if (path.length > DEPTH) refuse()
    if (name === 'value') isTyped = false
    if (path.at(-2) === 'value') {
      if (name !== 'string') refuse()
      isTyped = true
    }
    text = ''
  })
  const add = (part: string) => {
    text += part
    if (text.length > TEXT_MAX) refuse()
  }
  parser.on('text', add)
  parser.on('cdata', add)
  parser.on('closetag', ({ name }) => {
    const at = path.join('/')
    if (at === 'methodCall/methodName') call.method = text.trim()
    else if (at === 'methodCall/params/param/value/string') call.params.push(text.trim())
    // a value without a type is a string
    else if (at === 'methodCall/params/param/value' && !isTyped) call.params.push(text.trim())
    if (name === 'string') isTyped = true
    path.pop()
  })
  try {
    parser.write(xml).close()
  } catch (error) {
    if (error instanceof Refused) return null
    throw error
  }
  return call.method === '' ? null : call
}

function refuse(): never {
  throw new Refused()
}

const escaped = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')
const HEAD = '<?xml version="1.0"?>\n'

export const answerOf = (text: string): string =>
  `${HEAD}<methodResponse><params><param><value><string>${escaped(text)}</string></value></param></params></methodResponse>\n`

export const faultOf = ([code, text]: readonly [number, string]): string =>
  `${HEAD}<methodResponse><fault><value><struct><member><name>faultCode</name><value><int>${code}</int></value></member><member><name>faultString</name><value><string>${escaped(text)}</string></value></member></struct></value></fault></methodResponse>\n`
