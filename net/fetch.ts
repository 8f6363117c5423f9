import { type IncomingHttpHeaders, type IncomingMessage, request as requestHttp } from 'node:http'
import { request as requestHttps } from 'node:https'
import type { LookupFunction } from 'node:net'
import { isLoopbackAddress } from './addresses'
import { agentOf } from './agent'
import { ENCODINGS, readBody } from './body'
import { commonBudget, peerOf } from './budget'
import { type Address, resolveHost, type Resolver } from './resolve'
import { urlOf } from './url'

export type FetchOptions = {
  /** Whom those who are asked may look up. */
  siteUrl: URL
  /** What is posted, as a form or as it is; without either the address is read. */
  form?: Record<string, string>
  post?: { type: string; text: string }
  /** Only the headers are asked for. */
  headersOnly?: boolean
  accept?: string
  /** Waited for when the connection stands, before anything is said. */
  beforeSending?: () => Promise<void>
  /** This machine may be reached, at any port. */
  allowsLoopback: boolean
  /** Ports besides 80 and 443. */
  ports?: number[]
  maxMs?: number
  /** Of the body, after decompression. */
  maxBytes?: number
  /** A body that is longer is taken as far as that, rather than refused. */
  cuts?: boolean
  maxRedirects?: number
  /** Addresses that are not asked for, at any hop. */
  refuses?: (url: URL) => boolean
  resolver?: Resolver
}

export type Fetched =
  /** `hops`: by which redirects it was found. */
  | {
      kind: 'answered'
      url: string
      status: number
      hops: number[]
      headers: IncomingHttpHeaders
      body: Buffer
    }
  /** `address`: where it leads is not to be reached. `name`: nobody has it. `busy`: its turn did not come in time. */
  | { kind: 'failed'; reason: 'address' | 'name' | 'redirects' | 'size' | 'time' | 'network' | 'busy' }

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
  let { form, post } = options
  const hops: number[] = []
  while (hops.length <= maxRedirects) {
    const answer = await hop(url, { ...options, form, post }, signal).catch(() =>
      failed(signal.aborted ? 'time' : 'network'),
    )
    if (answer.kind === 'failed') return answer
    const { location } = answer.headers
    if (!REDIRECTS.includes(answer.status) || location === undefined) return { ...answer, hops }
    const next = urlOf(location, url)
    if (!next) return failed('address')
    url = next.href
    hops.push(answer.status)
    // as browsers do: only 307 and 308 say that what was posted is to be posted again
    if (answer.status < 307) form = post = undefined
  }
  return failed('redirects')
}

type Hop = Omit<FetchOptions, 'form' | 'post'> & { [K in 'form' | 'post']: FetchOptions[K] | undefined }

async function hop(address: string, options: Hop, signal: AbortSignal): Promise<Fetched> {
  const url = urlOf(address)
  if (!url || !isPlain(url)) return failed('address')
  // the root of all names, which certificates and our own rules leave out
  url.hostname = url.hostname.replace(/\.$/, '')
  if (options.refuses?.(url)) return failed('address')
  const found = await inTime(resolveHost(url.hostname, options), signal)
  if (found === 'none') return failed('name')
  if (found === 'refused' || !isPortFree(url, found, options)) return failed('address')
  const end = await commonBudget().take(peerOf(found, url.port), signal)
  if (!end) return failed('busy')
  try {
    const answer = await send(url, found, options, signal)
    const { statusCode: status = 0, headers } = answer
    // where it leads on to is all that is of use
    const leadsOn = headers.location !== undefined && REDIRECTS.includes(status)
    const { maxBytes = 1_000_000, cuts = false, headersOnly = false } = options
    if (leadsOn || headersOnly) answer.destroy()
    const body = leadsOn || headersOnly ? Buffer.alloc(0) : await readBody(answer, { maxBytes, cuts })
    if (body === null) return failed('size')
    return { kind: 'answered', url: url.href, status, hops: [], headers, body }
  } finally {
    end()
  }
}

const isPlain = ({ protocol, username, password }: URL) =>
  (protocol === 'http:' || protocol === 'https:') && username === '' && password === ''

const isPortFree = ({ port }: URL, found: Address[], { allowsLoopback, ports = [] }: Hop) =>
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

function send(url: URL, found: Address[], options: Hop, signal: AbortSignal): Promise<IncomingMessage> {
  const { siteUrl, form, accept = '*/*', headersOnly = false, beforeSending } = options
  const post = form
    ? { type: 'application/x-www-form-urlencoded', text: new URLSearchParams(form).toString() }
    : options.post
  // whoever connects gets what was checked, and nobody asks again
  const lookup: LookupFunction = (_host, { all }, answer) => {
    const [first] = found
    if (all) answer(null, found)
    else answer(null, first?.address ?? '', first?.family)
  }
  return new Promise((resolve, reject) => {
    const isSecure = url.protocol === 'https:'
    const request = (isSecure ? requestHttps : requestHttp)(url, {
      method: post ? 'POST' : headersOnly ? 'HEAD' : 'GET',
      agent: false,
      lookup,
      signal,
      maxHeaderSize: HEADERS_MAX,
      headers: {
        'user-agent': agentOf(siteUrl),
        accept,
        'accept-encoding': ENCODINGS,
        ...(post && { 'content-type': post.type, 'content-length': Buffer.byteLength(post.text) }),
      },
    })
    request.on('response', resolve).on('error', reject)
    // who changes to another protocol is hung up on without an error
    request.on('close', () => reject(new Error('There was no answer')))
    if (!beforeSending) request.end(post?.text)
    else
      request.once('socket', (socket) => {
        socket.once(isSecure ? 'secureConnect' : 'connect', () => {
          beforeSending().then(
            () => request.end(post?.text),
            (error: unknown) => request.destroy(error instanceof Error ? error : new Error(String(error))),
          )
        })
      })
  })
}
