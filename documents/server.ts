import { randomUUID } from 'node:crypto'
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import { setTimeout as sleep } from 'node:timers/promises'
import type { Logger } from 'pino'
import { Commits } from '@/db/commits'
import { Documents } from './documents'
import { DoorLimits, isDoor, isForPage, turnAway } from './doors'
import { Files } from './files'
import { RULES_PATH, siteHeaders } from './headers'
import { HeldFiles } from './held'
import { Media } from './media'
import { asksTooMuch } from './pipelining'
import { pressInIdleMoments } from './press'
import { quicken } from './quick'
import { reply, replyText } from './reply'
import {
  addressOf,
  clientAddress,
  isDocument,
  isMachinery,
  isOwnOrigin,
  isStaff,
  loggable,
  tidy,
  URL_MAX,
} from './request'
import { type Outcome, serve } from './serve'
import { DocumentShelf } from './shelf'
import { serveRules } from './speculation'
import { WarmUp } from './warm-up'
import type { Finished } from './wire'

type Options = {
  development: boolean
  host: string
  port: number
  siteUrl: URL
  trustProxy: number
  database: string
  mediaFolder: string
  /** Where documents stand while no server runs, and what they are good for. */
  shelf: { file: string; edition: string }
  log: Logger
}
export type Listening = { port: number; stop: () => Promise<void> }

// whoever waited for the start is answered first, from what stood on disk
const FIRST_ANSWERS_MS = 50
const CACHE_BYTES = 64 * 1024 * 1024
// after it, connections that still hold on are cut; a container is given ten seconds for this and the database
const STOP_MS = 8_000
// longer than the proxies in front keep theirs, so that none sends into a connection that closes
const IDLE_MS = 65_000
/** How long a client may take for its headers, and for all it sends: an image of 25 MB over a slow line. */
const PATIENCE = {
  headersTimeout: 15_000,
  requestTimeout: 300_000,
  connectionsCheckingInterval: 5_000,
  keepAliveTimeout: IDLE_MS,
}
// a connection on which nothing moves, in either direction, is cut
const SILENCE_MS = 120_000
const UNSAFE = new Set(['POST', 'PUT', 'PATCH', 'DELETE'])

/** Starts Next behind our own server and listens. Rejects with the system's error where the port cannot be had. */
export async function listen(options: Options): Promise<Listening> {
  const { development, host, port, siteUrl, trustProxy, database, mediaFolder, log } = options
  const secure = siteUrl.protocol === 'https:'
  const server = createServer(PATIENCE)
  server.timeout = SILENCE_MS
  // the port first: a taken one is said before anything slow is done; who comes early waits here
  const early: [IncomingMessage, ServerResponse][] = []
  const wait = (request: IncomingMessage, response: ServerResponse) => void early.push([request, response])
  server.on('request', wait)
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, host, resolve)
  })
  const onError = (error: unknown, key: string) =>
    log.error({ err: error, path: loggable(key) }, 'a page could not be rendered')
  const commits = new Commits(database)
  const held = new HeldFiles()
  const doors = new DoorLimits()
  // in development they change under way and Next serves them
  const files = development ? null : new Files({ root: process.cwd(), held, secure })
  const media = new Media({ folder: mediaFolder, held, secure })
  const documents = new Documents({
    handle: async (request, response) => (await prepared).handle(request, response),
    commits,
    secure,
    maxBytes: CACHE_BYTES,
    onError,
    onManyStale: () => warmUp.changed(),
    onErased: () => shelf.clear(),
  })
  const warmUp = new WarmUp({
    get: (key) => documents.renew(key, { host: siteUrl.host }),
    mostReadStale: (besides) => documents.mostReadStale(besides),
    isAwaited: () => documents.isAwaited,
  })

  /** What is finished for an address in its usual form; where the database fails, `route` finds out again and says so. */
  const find = (url: string, cookie: string | undefined, now: number): Finished | null => {
    try {
      return held.hit(url) ?? (isStaff(cookie) ? null : (documents.hit(url, now)?.hit ?? null))
    } catch {
      return null
    }
  }

  const shelf = new DocumentShelf({ ...options.shelf, commits, documents })
  if (!development) shelf.restore()
  // what is finished is answered before Next is there; all else waits for it
  const quick = quicken(server, ({ url, cookie }, now) => find(url, cookie, now), IDLE_MS)
  const prepared = prepare(options, server)
  const { app, handle } = await prepared

  async function route(
    request: IncomingMessage,
    response: ServerResponse,
  ): Promise<Outcome | 'health' | 'file' | 'next' | 'turned-away'> {
    const address = addressOf(request.url)
    const isAtDoor = request.method === 'POST' && address !== null && isDoor(address.path)
    if (isAtDoor) {
      const seconds = doors.secondsToWait(clientAddress(request, trustProxy), Date.now())
      if (seconds > 0) {
        turnAway(request, response, { seconds, secure })
        return 'turned-away'
      }
    }
    const id = randomUUID().slice(0, 13)
    response.setHeader('x-request-id', id)
    for (const [name, value] of Object.entries(siteHeaders(secure)))
      if (value !== undefined) response.setHeader(name, value)
    if (!address) {
      replyText(
        response,
        (request.url?.length ?? 0) > URL_MAX ? 414 : 400,
        'This address is not one of ours.',
      )
      return 'refused'
    }
    if (address.path === '/healthz') {
      replyText(response, 200, 'ok')
      return 'health'
    }
    if (request.method === 'GET' || request.method === 'HEAD') {
      if (address.path === RULES_PATH) {
        await serveRules(request, response, secure)
        return 'file'
      }
      const place = [files, media].find((each) => each?.has(address.path))
      if (place) {
        await place.serve(address.path, request, response)
        return 'file'
      }
    }
    if (files && isMachinery(address.path)) {
      replyText(response, 404, 'There is no such file.')
      return 'refused'
    }
    const isOpen = isAtDoor && !isForPage(address.path, request.headers['content-type'])
    if (UNSAFE.has(request.method ?? '') && !isOpen && !isOwnOrigin(request, siteUrl)) {
      replyText(response, 403, 'This form came from another site and was not accepted. Nothing was stored.')
      return 'refused'
    }
    const document = isDocument(address.path)
    tidy(request, { id, address: clientAddress(request, trustProxy), siteUrl, document })
    if (document) return serve({ handle, documents, secure, onError }, request, response, address)
    await handle(request, response)
    return 'next'
  }

  let turnedAway = 0
  const answer = (request: IncomingMessage, response: ServerResponse) => {
    if (asksTooMuch(request, response)) return
    const { method, url = '', headers } = request
    const ready = method === 'GET' ? find(url, headers.cookie, Date.now()) : null
    if (ready) return reply(request, response, ready)
    const began = performance.now()
    route(request, response).then(
      (how) => {
        if (how === 'hit' || how === 'health' || how === 'file') return
        if (how === 'turned-away') return void turnedAway++
        const write = () =>
          log.info({
            id: response.getHeader('x-request-id'),
            method: request.method,
            path: loggable(addressOf(request.url)?.path ?? '?'),
            status: response.statusCode,
            ms: Math.round(performance.now() - began),
            how,
          })
        if (response.writableFinished) write()
        else response.once('close', write)
      },
      (error: unknown) => {
        onError(error, request.url ?? '')
        replyText(response, 500, 'Something went wrong on our side. Please try again in a minute.')
      },
    )
  }
  server.off('request', wait)
  server.on('request', answer)
  for (const [request, response] of early) answer(request, response)
  void documents.renewError().then(() => (development ? undefined : warmUp.started()))

  const stopPressing = pressInIdleMoments({
    mostReadLoose: (keptBefore, readsMin) => documents.mostReadLoose(keptBefore, readsMin),
  })

  // hits are counted, not logged one by one: a line a hit costs a third of the throughput; nor does a flood fill the log
  let lastHits = 0
  const counting = setInterval(() => {
    const { hit, miss, stale } = documents.counts
    if (hit !== lastHits) log.info({ hits: hit - lastHits, miss, stale, bytes: documents.bytes }, 'documents')
    lastHits = hit
    if (turnedAway > 0) log.info({ posts: turnedAway }, 'turned away at the doors')
    turnedAway = 0
  }, 60_000)
  counting.unref()

  async function stop(): Promise<void> {
    clearInterval(counting)
    const cooled = warmUp.stop()
    stopPressing()
    const closed = new Promise<void>((resolve) => server.close(() => resolve()))
    server.closeIdleConnections()
    quick.close()
    const cut = setTimeout(() => {
      server.closeAllConnections()
      quick.cut()
    }, STOP_MS)
    await closed
    clearTimeout(cut)
    await cooled
    if (!development) await shelf.store()
    await app.close()
    commits.close()
  }
  const bound = server.address()
  return { port: typeof bound === 'object' && bound ? bound.port : port, stop }
}

/** Loads Next, which takes longer than all else at a start and holds up everybody meanwhile. */
async function prepare({ development, host, port }: Options, server: Server) {
  await sleep(FIRST_ANSWERS_MS)
  const { default: next } = await import('next')
  // in development Next answers the browser's sockets; else it would hang up on whoever offers HTTP/2 beside HTTP/1.1
  const httpServer = development ? server : createServer()
  const app = next({ dev: development, hostname: host, port, httpServer })
  await app.prepare()
  return { app, handle: app.getRequestHandler() }
}
