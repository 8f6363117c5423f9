import type { IncomingMessage, ServerResponse } from 'node:http'
import type { RequestHandler } from './ask'
import { readBody } from './body'
import type { Documents } from './documents'
import { behind, isForPage, receive } from './doors'
import { encode } from './encode'
import { ERROR_ADDRESS } from './error-document'
import { BrokenForm, post } from './forms'
import { type Rendered, render } from './render'
import { finished, reply, replyText } from './reply'
import { type Address, asksWho, forPrograms, isPersonal, isReserved, isStaff } from './request'
import { takeTurn } from './turns'

type Options = {
  handle: RequestHandler
  documents: Documents
  secure: boolean
  onError: (error: unknown, key: string) => void
}

/** How an answer came about, for the log. */
export type Outcome = 'hit' | 'miss' | 'stale' | 'own' | 'posted' | 'refused' | 'failed'

const timing = (how: string, ms: number) => `doc;desc=${how}${ms > 0 ? `, render;dur=${ms.toFixed(1)}` : ''}`

async function replyRendered(
  request: IncomingMessage,
  response: ServerResponse,
  rendered: Rendered,
): Promise<void> {
  const { status, headers, body, ms } = rendered
  const personal = rendered.reading.personal || request.method === 'POST'
  const variants = await encode(body)
  reply(request, response, finished({ status, headers, variants, personal, timing: timing('own', ms) }))
}

/** Answers one request for a document. The request is tidied, and an unsafe one is known to come from our own pages. */
export async function serve(
  options: Options,
  request: IncomingMessage,
  response: ServerResponse,
  address: Address,
): Promise<Outcome> {
  const { handle, documents, secure, onError } = options
  const { headers, method } = request
  try {
    if (address.path === ERROR_ADDRESS || isReserved(address.path))
      // what has an address only for the server itself is nowhere for visitors
      return await serveDocument(documents, request, response, '/errors')
    if (method === 'GET' || method === 'HEAD') {
      if (!isStaff(headers.cookie) && !isPersonal(address.path))
        return await serveDocument(documents, request, response, address.key)
      const turn = takeTurn(String(headers['x-masthead-address']))
      if (!turn) {
        replyText(response, 503, 'Too many pages are asked for at once. Try again in a moment.', {
          'retry-after': '5',
        })
        return 'refused'
      }
      try {
        if (!isStaff(headers.cookie) && !asksWho(address.path))
          return await serveDocument(documents, request, response, address.key)
        const question = { method: 'GET', url: forPrograms(address, headers.accept), headers }
        await replyRendered(request, response, await render(handle, question, { secure, anonymous: false }))
        return 'own'
      } finally {
        turn()
      }
    }
    if (method === 'POST') return await servePost(options, request, response, address)
    replyText(response, 405, 'This address is read with GET and posted to with POST.', {
      allow: 'GET, HEAD, POST',
    })
    return 'refused'
  } catch (error) {
    onError(error, address.key)
    replyError(request, response, documents)
    return 'failed'
  }
}

async function serveDocument(
  documents: Documents,
  request: IncomingMessage,
  response: ServerResponse,
  key: string,
): Promise<Outcome> {
  const { document, how, ms } = await documents.get(key, request.headers, Date.now())
  reply(request, response, finished({ ...document, timing: timing(how, ms) }))
  return how
}

async function servePost(
  { handle, secure, onError }: Options,
  request: IncomingMessage,
  response: ServerResponse,
  address: Address,
): Promise<Outcome> {
  const body = await readBody(request)
  if (body.kind === 'aborted') return 'refused'
  if (body.kind === 'too-large') {
    replyText(
      response,
      413,
      'This is more text than one form may carry (320 KB). Shorten it and send it again.',
      { connection: 'close' },
    )
    return 'refused'
  }
  if (body.kind === 'too-busy') {
    replyText(response, 503, 'Too many forms arrive at once. Go back and send yours again in a moment.', {
      'retry-after': '5',
    })
    return 'refused'
  }
  try {
    const { headers } = request
    const isPage = isForPage(address.path, headers['content-type'])
    const received = isPage ? null : await receive(address.path, body.bytes, headers, secure)
    if (received) {
      await replyRendered(request, response, received)
      return 'posted'
    }
    const rendered = await post(handle, {
      url: isPage ? address.key : behind(address.path),
      headers,
      body: body.bytes,
      secure,
      onError: (error) => onError(error, address.key),
    })
    await replyRendered(request, response, rendered)
    return 'posted'
  } catch (error) {
    if (!(error instanceof BrokenForm)) throw error
    replyText(response, 400, 'This form arrived damaged. Go back and send it again.')
    return 'refused'
  } finally {
    body.release()
  }
}

function replyError(request: IncomingMessage, response: ServerResponse, documents: Documents): void {
  if (response.headersSent || response.destroyed) return
  if (documents.error) reply(request, response, finished({ ...documents.error, timing: timing('error', 0) }))
  else
    replyText(
      response,
      500,
      'Something went wrong on our side. Nothing that you sent was stored. Please try again in a minute.',
    )
}
