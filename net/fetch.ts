import { type IncomingHttpHeaders, type IncomingMessage, request as requestHttp } from 'node:http'
import { request as requestHttps } from 'node:https'
import type { LookupFunction } from 'node:net'
import { isLoopbackAddress } from './addresses'
import { ENCODINGS, readBody } from './body'
import { type Address, resolveHost, type Resolver } from './resolve'

export type FetchOptions = {
  /** What is posted as a form; without it the address is read. */
  form?: Record<string, string>
  accept?: string
  /** This machine may be reached, at any port. */
  allowsLoopback: boolean
  /** Ports besides 80 and 443. */
  ports?: number[]
  maxMs?: number
  /** Of the body, after decompression. */
  maxBytes?: number
  maxRedirects?: number
  resolver?: Resolver
}

export type Fetched =
  | { kind: 'answered'; url: string; status: number; headers: IncomingHttpHeaders; body: Buffer }
  /** `address`: where it leads is not to be reached. */
  | { kind: 'failed'; reason: 'address' | 'redirects' | 'size' | 'time' | 'network' }

const AGENT = 'Masthead'
const HEADERS_MAX = 16_384
const USUAL_PORTS = [80, 443]
const REDIRECTS = [301, 302, 303, 307, 308]

type Failure = Extract<Fetched, { kind: 'failed' }>
const failed = (reason: Failure['reason']): Failure => ({ kind: 'failed', reason })

/**
 * Reads or posts to an address that somebody else chose. Its host is resolved once, checked, and connected to by the
 * address found; so is every hop. What goes wrong out there is an answer, never thrown.
 */
export async function fetchGuarded(address: string, options: FetchOptions): Promise<Fetched> {
  const { maxMs = 10_000, maxRedirects = 5 } = options
  const signal = AbortSignal.timeout(maxMs)
  let url = address
  let form = options.form
  for (let hops = 0; hops <= maxRedirects; hops++) {
    const answer = await hop(url, { ...options, form }, signal).catch(() =>
      failed(signal.aborted ? 'time' : 'network'),
    )
    if (answer.kind === 'failed') return answer
    const { location } = answer.headers
    if (!REDIRECTS.includes(answer.status) || location === undefined) return answer
    if (!URL.canParse(location, url)) return failed('address')
    url = new URL(location, url).href
    // as browsers do: only 307 and 308 say that what was posted is to be posted again
    if (answer.status < 307) form = undefined
  }
  return failed('redirects')
}

async function hop(address: string, options: FetchOptions, signal: AbortSignal): Promise<Fetched> {
  const url = URL.canParse(address) ? new URL(address) : null
  if (!url || !isPlain(url)) return failed('address')
  const found = await inTime(resolveHost(url.hostname, options), signal)
  if (!found || !isPortFree(url, found, options)) return failed('address')
  const answer = await send(url, found, options, signal)
  // where it leads on to is all that is of use
  const { statusCode: status = 0, headers } = answer
  const leadsOn = headers.location !== undefined && REDIRECTS.includes(status)
  if (leadsOn) answer.destroy()
  const body = leadsOn ? Buffer.alloc(0) : await readBody(answer, options.maxBytes ?? 1_000_000)
  if (body === null) return failed('size')
  return { kind: 'answered', url: url.href, status, headers, body }
}

const isPlain = ({ protocol, username, password }: URL) =>
  (protocol === 'http:' || protocol === 'https:') && username === '' && password === ''

const isPortFree = ({ port }: URL, found: Address[], { allowsLoopback, ports = [] }: FetchOptions) =>
  port === '' ||
  [...USUAL_PORTS, ...ports].includes(Number(port)) ||
  (allowsLoopback && found.every(({ address }) => isLoopbackAddress(address)))

// the system's resolver cannot be called off
const inTime = <T>(work: Promise<T>, signal: AbortSignal): Promise<T> =>
  Promise.race([
    work,
    new Promise<never>((_, reject) => {
      const end = () => reject(new Error('Out of time'))
      if (signal.aborted) end()
      else signal.addEventListener('abort', end, { once: true })
    }),
  ])

function send(
  url: URL,
  found: Address[],
  { form, accept = '*/*' }: FetchOptions,
  signal: AbortSignal,
): Promise<IncomingMessage> {
  const body = form && new URLSearchParams(form).toString()
  // whoever connects gets what was checked, and nobody asks again
  const lookup: LookupFunction = (_host, { all }, answer) => {
    const [first] = found
    if (all) answer(null, found)
    else answer(null, first?.address ?? '', first?.family)
  }
  return new Promise((resolve, reject) => {
    const start = url.protocol === 'https:' ? requestHttps : requestHttp
    const request = start(url, {
      method: body === undefined ? 'GET' : 'POST',
      agent: false,
      lookup,
      signal,
      maxHeaderSize: HEADERS_MAX,
      headers: {
        'user-agent': AGENT,
        accept,
        'accept-encoding': ENCODINGS,
        ...(body !== undefined && {
          'content-type': 'application/x-www-form-urlencoded',
          'content-length': Buffer.byteLength(body),
        }),
      },
    })
    request.on('response', resolve).on('error', reject).end(body)
  })
}
