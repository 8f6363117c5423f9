import type { Server } from 'node:http'
import type { Socket } from 'node:net'
import { type Plain, plainRequest } from './plain'
import { bytesFor, type Finished } from './wire'

// browsers send a tenth of it; what is too much for Node as well is refused there
const HEAD_MAX = 8 * 1024
// who connects has something to ask
const FIRST_MS = 15_000

/**
 * Answers plain requests for what is finished on the bare connection, before Node's HTTP server sees it: parsing and
 * composing messages there costs more than half of what a hit takes. At the first request that is anything else, the
 * connection is that server's for good.
 */
export function quicken(
  server: Server,
  find: (request: Plain, now: number) => Finished | null,
  idleMs: number,
) {
  const takers = server.listeners('connection')
  server.removeAllListeners('connection')
  const held = new Set<Socket>()

  server.on('connection', (socket: Socket) => {
    const forget = () => held.delete(socket)
    const finish = () => void socket.end()
    const cut = () => void socket.destroy()
    const answer = (chunk: Buffer) => {
      // it was told goodbye: what it still asks is not done, for no answer could reach it
      if (socket.writableEnded) return void socket.destroy()
      if (socket.timeout !== idleMs) socket.setTimeout(idleMs)
      const now = Date.now()
      const request = chunk.length > HEAD_MAX ? null : plainRequest(chunk.toString('latin1'))
      const found = request && find(request, now)
      if (!found) return handOver(chunk)
      // a reader slower than its own requests waits for what it asked for
      if (!socket.write(bytesFor(request, found, now))) {
        socket.pause()
        socket.once('drain', () => socket.resume())
      }
    }
    const handOver = (chunk: Buffer) => {
      forget()
      socket.off('data', answer).off('end', finish).off('error', cut).off('timeout', cut).off('close', forget)
      socket.setTimeout(0)
      for (const take of takers) take.call(server, socket)
      socket.emit('data', chunk)
    }
    held.add(socket)
    socket.on('data', answer).on('end', finish).on('error', cut).on('timeout', cut).on('close', forget)
    socket.setTimeout(Math.min(FIRST_MS, idleMs))
  })

  return {
    /** Closes the connections that are still here, each after what was written to it has gone out. */
    close: () => held.forEach((socket) => socket.end()),
    /** Closes them at once. */
    cut: () => held.forEach((socket) => socket.destroy()),
  }
}
