import {
  IncomingMessage,
  type IncomingHttpHeaders,
  type OutgoingHttpHeaders,
  ServerResponse,
} from 'node:http'
import { Socket } from 'node:net'

/** What answers requests behind the documents: Next's own handler. */
export type RequestHandler = (request: IncomingMessage, response: ServerResponse) => Promise<void>

export type Question = { method: string; url: string; headers: IncomingHttpHeaders; body?: Buffer }
export type Answer = { status: number; headers: OutgoingHttpHeaders; body: Buffer }

/** A response without a connection: it keeps what is written to it. */
class KeptResponse extends ServerResponse {
  #chunks: Buffer[] = []

  #keep(chunk: unknown, encoding: unknown): void {
    if (typeof chunk === 'string')
      this.#chunks.push(Buffer.from(chunk, encoding as BufferEncoding | undefined))
    else if (chunk instanceof Uint8Array) this.#chunks.push(Buffer.from(chunk))
  }

  override write(chunk: unknown, encoding?: unknown, done?: unknown): boolean {
    if (!this.headersSent) this.writeHead(this.statusCode)
    this.#keep(chunk, typeof encoding === 'string' ? encoding : undefined)
    const callback = typeof encoding === 'function' ? encoding : done
    if (typeof callback === 'function') process.nextTick(callback)
    return true
  }

  override end(chunk?: unknown, encoding?: unknown, done?: unknown): this {
    if (this.writableEnded) return this
    if (chunk !== undefined && typeof chunk !== 'function') this.write(chunk, encoding)
    const isCallback = (argument: unknown): argument is () => void => typeof argument === 'function'
    const callback = [chunk, encoding, done].find(isCallback)
    // without a connection the original end() only marks the response as ended; it never says that it finished
    super.end()
    process.nextTick(() => {
      callback?.()
      this.emit('finish')
      this.emit('close')
    })
    return this
  }

  get answer(): Answer {
    return { status: this.statusCode, headers: this.getHeaders(), body: Buffer.concat(this.#chunks) }
  }
}

/** Puts a question to Next as a request of its own, so that a visitor who leaves early harms nobody who waits with him. */
export async function ask(handle: RequestHandler, { method, url, headers, body }: Question): Promise<Answer> {
  const request = new IncomingMessage(new Socket())
  Object.assign(request, {
    method,
    url,
    headers: { ...headers },
    httpVersion: '1.1',
    httpVersionMajor: 1,
    httpVersionMinor: 1,
  })
  request.rawHeaders = Object.entries(headers).flatMap(([name, value]) => [name, String(value)])
  if (body) request.push(body)
  request.push(null)
  request.complete = true
  const response = new KeptResponse(request)
  const finished = new Promise<void>((resolve) => response.once('finish', resolve))
  await handle(request, response)
  await finished
  return response.answer
}
