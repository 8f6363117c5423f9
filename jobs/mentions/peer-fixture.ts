import { once } from 'node:events'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'

export type Visit = { method: string; url: string; body: string; headers: IncomingMessage['headers'] }
type Answer = (res: ServerResponse, visit: Visit) => void

/** A site on this machine that notes who asks for what; `answers` says what it tells, by path. */
export async function startPeer(answers: Record<string, Answer> = {}) {
  const visits: Visit[] = []
  const server = createServer((req, res) => {
    let body = ''
    req.on('data', (chunk: Buffer) => (body += chunk.toString()))
    req.on('end', () => {
      const { method = '', url = '', headers } = req
      const visit = { method, url, headers, body }
      visits.push(visit)
      const answer = answers[url] ?? answers[url.replace(/\?.*/, '')]
      if (answer) answer(res, visit)
      else res.writeHead(404).end()
    })
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  return {
    origin,
    answers,
    visits,
    /** What was posted to a path, with its fields. */
    told: (path: string) =>
      visits
        .filter(({ method, url }) => method === 'POST' && url === path)
        .map(({ body }) => Object.fromEntries(new URLSearchParams(body))),
    close: () => {
      server.closeAllConnections()
      server.close()
    },
  }
}

/** A page of HTML. */
export const html =
  (body: string, headers: Record<string, string | string[]> = {}): Answer =>
  (res) => {
    res.writeHead(200, { 'content-type': 'text/html; charset=utf-8', ...headers }).end(body)
  }

export const status =
  (code: number, headers: Record<string, string> = {}, body = ''): Answer =>
  (res) => {
    res.writeHead(code, headers).end(body)
  }
