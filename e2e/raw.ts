import { once } from 'node:events'
import { connect, type Socket } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'

/** Sends bytes as they are, and returns what comes back until the server hangs up or `ms` have passed. */
export async function sendRaw(url: string | undefined, bytes: string, ms = 5_000): Promise<string> {
  const socket = connectTo(url)
  let answer = ''
  socket.setEncoding('utf8').on('data', (text: string) => (answer += text))
  const ended = new Promise<void>((resolve) => {
    socket.once('close', () => resolve())
    // a reset is one way to hang up
    socket.once('error', () => resolve())
  })
  socket.write(bytes)
  await Promise.race([ended, sleep(ms, undefined, { ref: false })])
  socket.destroy()
  return answer
}

/** Opens a connection that sends and then never reads; call what it returns to hang up. */
export async function sendAndIgnore(url: string | undefined, bytes: string): Promise<() => void> {
  const socket = connectTo(url)
  socket.on('error', () => {})
  await once(socket, 'connect')
  socket.pause()
  socket.write(bytes)
  return () => void socket.destroy()
}

function connectTo(url: string | undefined): Socket {
  if (!url) throw new Error('There is no server to connect to')
  const { hostname, port } = new URL(url)
  return connect(Number(port), hostname)
}

export const statusOf = (answer: string): number => Number(/^HTTP\/1\.1 (\d{3})/.exec(answer)?.[1] ?? 0)
