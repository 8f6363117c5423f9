import type { IncomingMessage } from 'node:http'

export const URL_MAX = 2048
type Query = { name: string; on: RegExp; value?: RegExp }
const LISTS =
  /^(?:\/api)?\/articles(?:\/[^/]+\/comments)?$|^\/articles\/[^/]+\/mentions$|^\/(?:articles|topics|authors)\/[^/]+(?:\/comments\/[^/]+)?$/
/** The only queries that documents know, and where; all others are dropped, so that they never multiply what is kept. */
const KNOWN_QUERIES: Query[] = [
  { name: 'after', on: LISTS },
  { name: 'order', on: /^\/articles\/[^/]+$/, value: /^newest$/ },
  { name: 'to', on: /^\/sign-in$/ },
  { name: 'token', on: /^\/setup$/ },
]

function parse(url: string, base?: string): URL | null {
  try {
    return new URL(url, base)
  } catch {
    return null
  }
}

// what is no UTF-8 behind its percent signs names nothing, and Next would call it a failure of its own
function isReadable(path: string): boolean {
  try {
    decodeURIComponent(path)
    return true
  } catch {
    return false
  }
}

export type Address = { path: string; key: string }

/** What a request asks for: its path, and path and known queries in one order. Null for what is no usable address. */
export function addressOf(url: string | undefined): Address | null {
  if (!url || url.length > URL_MAX || !url.startsWith('/') || url.startsWith('//')) return null
  const parsed = parse(url, 'http://masthead.invalid')
  if (!parsed || parsed.host !== 'masthead.invalid' || !isReadable(parsed.pathname)) return null
  const query = new URLSearchParams()
  for (const { name, on, value: known } of KNOWN_QUERIES) {
    const value = parsed.searchParams.get(name)
    if (value && on.test(parsed.pathname) && (known?.test(value) ?? true)) query.set(name, value)
  }
  const search = query.toString()
  return { path: parsed.pathname, key: search ? `${parsed.pathname}?${search}` : parsed.pathname }
}

/** Whoever is signed in gets pages of their own. */
export const isStaff = (cookie: string | undefined): boolean => cookie?.includes('masthead.session') ?? false

const STATUS = /^\/webmention\/(?!receive$)[^/]+$/

/** What a page shows of the browser that asks: all others know nothing of who asks, and are kept. */
export const asksWho = (path: string): boolean => path === '/your-comments' || STATUS.test(path)

/** The same for programs: where one asks for JSON alone, it gets that. */
export const forPrograms = ({ path, key }: Address, accept: string | undefined): string =>
  STATUS.test(path) && /\bjson\b/.test(accept ?? '') && !/\bhtml\b/.test(accept ?? '') ? `${path}/json` : key

/** What is rendered for one reader at a time, and never kept. */
export const isPersonal = (path: string): boolean =>
  asksWho(path) || /^\/(your-data|comments|confirm|unsubscribe|sign-in|setup)(\/|$)|\/report$/.test(path)

/** Everything that is neither the desk, a file, nor sign-in's own machinery is a document. */
export const isDocument = (path: string): boolean => !/^\/(?:dashboard|_next|api\/auth)(?:\/|$)/.test(path)

/** Where Next keeps its own: the files of the build, and machinery such as its image converter, which no page of ours uses. */
export const isMachinery = (path: string): boolean => /^\/_next(\/|$)/.test(path)

const RESERVED = new Set(['/404', '/500', '/_app', '/_document', '/_error', '/_global-error', '/_not-found'])

/** Where Next keeps bare pages of its own; visitors find nothing there. */
export const isReserved = (path: string): boolean => RESERVED.has(decodeURIComponent(path))

/** An address as the log may know it: without those parts that are secrets. */
export const loggable = (path: string): string =>
  path
    .replace(/\?.*$/s, '')
    .replace(/^\/(comments|confirm|mentions-feed|unsubscribe|webmention|your-data)\/[^/]+/, '/$1/*')
    .slice(0, 200)

/** The client's address, believing as many proxies as the operator said (0: the connection itself). */
export function clientAddress(request: IncomingMessage, trustProxy: number): string {
  const connection = request.socket.remoteAddress ?? ''
  if (trustProxy === 0) return connection
  const hops = [
    ...String(request.headers['x-forwarded-for'] ?? '')
      .split(',')
      .map((hop) => hop.trim()),
    connection,
  ].filter(Boolean)
  return hops.at(-1 - trustProxy) ?? hops[0] ?? connection
}

/** Whether an unsafe request comes from our own pages. A browser always says where from; other programs carry no cookies of a reader. */
export function isOwnOrigin(request: IncomingMessage, siteUrl: URL): boolean {
  const { origin, host, cookie } = request.headers
  const site = request.headers['sec-fetch-site']
  if (site !== undefined && site !== 'same-origin' && site !== 'none') return false
  if (origin === undefined) return cookie === undefined || site !== undefined
  const from = parse(origin)
  return from !== null && (from.origin === siteUrl.origin || from.host === host)
}

const CLIENT_MADE =
  /^(x-forwarded-|x-masthead-|x-request-id$|forwarded$|x-real-ip$|x-middleware-|x-nextjs-|x-invoke-|x-matched-path$)/
// documents are asked for whole: the router's partial answers would be another document under the same address
const ROUTER = [
  'rsc',
  'next-action',
  'next-router-state-tree',
  'next-router-prefetch',
  'next-router-segment-prefetch',
  'next-url',
]

export type Tidied = { id: string; address: string; siteUrl: URL; document: boolean }

/** Takes out what only a proxy or Next may say, and puts the site's own origin in the place of what the client claimed. */
export function tidy(request: IncomingMessage, { id, address, siteUrl, document }: Tidied): void {
  const { headers } = request
  for (const name of Object.keys(headers)) if (CLIENT_MADE.test(name)) delete headers[name]
  if (document) for (const name of ROUTER) delete headers[name]
  headers['x-request-id'] = id
  headers['x-masthead-address'] = address
  headers['x-masthead-path'] = request.url
  headers['x-forwarded-proto'] = siteUrl.protocol.slice(0, -1)
  headers.host = siteUrl.host
  // what writes is known to come from our own pages; Next warns of each form without an origin
  if (request.method !== 'GET' && request.method !== 'HEAD') headers.origin = siteUrl.origin
  else delete headers.origin
}
