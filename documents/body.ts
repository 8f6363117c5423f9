import type { IncomingMessage } from 'node:http'

const ONE_MAX = 320 * 1024
const ALL_MAX = 16 * 1024 * 1024
let held = 0

export type Body =
  | { kind: 'read'; bytes: Buffer; release: () => void }
  | { kind: 'too-large' }
  | { kind: 'too-busy' }
  | { kind: 'aborted' }

/** Reads a posted form into memory under a bound of its own and one that all share; `release` gives its share back. */
export async function readBody(request: IncomingMessage): Promise<Body> {
  const announced = Number(request.headers['content-length'] ?? 0)
  if (announced > ONE_MAX) return { kind: 'too-large' }
  const share = announced || ONE_MAX
  if (held + share > ALL_MAX) return { kind: 'too-busy' }
  held += share
  const release = () => {
    held -= share
  }
  const chunks: Buffer[] = []
  let length = 0
  try {
    for await (const chunk of request as AsyncIterable<Buffer>) {
      length += chunk.length
      if (length > share) {
        release()
        return { kind: 'too-large' }
      }
      chunks.push(chunk)
    }
  } catch {
    // the client went away; nobody waits for an answer
    release()
    return { kind: 'aborted' }
  }
  return { kind: 'read', bytes: Buffer.concat(chunks), release }
}
