import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Socket } from 'node:net'

// browsers ask for one thing after another; one read of a connection may hold 1 500 requests, each with an answer to keep
const AT_ONCE_MAX = 32
const unanswered = new WeakMap<Socket, number>()

/** Counts a request of a connection; true, and the connection is cut, where too many wait for their answers. */
export function asksTooMuch({ socket }: IncomingMessage, response: ServerResponse): boolean {
  if (socket.destroyed) return true
  const count = (unanswered.get(socket) ?? 0) + 1
  if (count > AT_ONCE_MAX) {
    socket.destroy()
    return true
  }
  unanswered.set(socket, count)
  response.once('close', () => unanswered.set(socket, (unanswered.get(socket) ?? 1) - 1))
  return false
}
