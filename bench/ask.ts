import { Agent, type IncomingHttpHeaders, type OutgoingHttpHeaders, request } from 'node:http'

export type Answer = { status: number; headers: IncomingHttpHeaders; body: Buffer; ms: number }
type Options = { method?: string; headers?: OutgoingHttpHeaders; body?: Buffer; agent?: Agent }

const shared = new Agent({ keepAlive: true })

/** Asks over a connection that is kept; the body stays as it was sent, and the time runs to its last byte. */
export function ask(
  url: string,
  { method = 'GET', headers = {}, body, agent = shared }: Options = {},
): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const began = performance.now()
    const asking = request(url, { method, headers, agent }, (response) => {
      const chunks: Buffer[] = []
      response.on('data', (chunk: Buffer) => chunks.push(chunk))
      response.on('error', reject)
      response.on('end', () =>
        resolve({
          status: response.statusCode ?? 0,
          headers: response.headers,
          body: Buffer.concat(chunks),
          ms: performance.now() - began,
        }),
      )
    })
    asking.on('error', reject)
    asking.end(body)
  })
}

/** The body of a page in an encoding; throws where it is not served so. */
export async function fetchEncoded(url: string, encoding: 'gzip' | 'br'): Promise<Buffer> {
  const { status, headers, body } = await ask(url, { headers: { 'accept-encoding': encoding } })
  if (status !== 200 || headers['content-encoding'] !== encoding)
    throw new Error(`${url} answered ${status} in ${headers['content-encoding'] ?? 'no encoding'}`)
  return body
}
