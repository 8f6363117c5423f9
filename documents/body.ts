import type { IncomingMessage } from 'node:http'

const ONE_MAX = 320 * 1024
const ALL_MAX = 16 * 1024 * 1024
// about a second's work; who comes on top of it is told so at once instead of waiting for ever longer
const IN_HAND_MAX = 256
let held = 0
let inHand = 0

export type Body =
  | { kind: 'read'; bytes: Buffer; release: () => void }
  | { kind: 'too-large' }
  | { kind: 'too-busy' }
  | { kind: 'aborted' }

/**
 * Reads a posted form into memory under a bound of its own and bounds that all share; `release`, called once, gives its share back.
 * A form counts for as much as has arrived, so that whoever sends slowly keeps nobody else out.
 */
export async function readBody(request: IncomingMessage): Promise<Body> {
  if (Number(request.headers['content-length'] ?? 0) > ONE_MAX) return { kind: 'too-large' }
  const chunks: Buffer[] = []
  let length = 0
  const release = () => {
    held -= length
  }
  try {
    for await (const chunk of request as AsyncIterable<Buffer>) {
      const isTooLarge = length + chunk.length > ONE_MAX
      if (isTooLarge || held + chunk.length > ALL_MAX) {
        release()
        return { kind: isTooLarge ? 'too-large' : 'too-busy' }
      }
      length += chunk.length
      held += chunk.length
      chunks.push(chunk)
    }
  } catch {
    // the client went away; nobody waits for an answer
    release()
    return { kind: 'aborted' }
  }
  if (inHand >= IN_HAND_MAX) {
    release()
    return { kind: 'too-busy' }
  }
  inHand++
  return {
    kind: 'read',
    bytes: Buffer.concat(chunks),
    release: () => {
      release()
      inHand--
    },
  }
}
