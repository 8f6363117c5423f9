import { customerOf, isLoopbackAddress } from './addresses'
import type { Address } from './resolve'

export type Limits = {
  /** Requests at one time, to whomever. */
  atOnce: number
  perHost: number
  /** How many a host gets in quick succession, and how long each one after them waits for the one before. */
  burst: number
  gapMs: number
  /** How many may wait for their turn. */
  waiting: number
  clock: () => number
}

const LIMITS: Limits = {
  atOnce: 16,
  perHost: 2,
  burst: 10,
  gapMs: 250,
  waiting: 200,
  clock: () => performance.now(),
}

/** `isHere`: on this machine, which is spared the pace. */
export type Peer = { key: string; isHere: boolean }

type Host = { inHand: number; freeAt: number }
type Waiter = { peer: Peer; begin: () => void }

export type Budget = ReturnType<typeof createBudget>

/** Who is spared: the names of one machine together; on this one each port is somebody else. */
export function peerOf(found: Address[], port: string): Peer {
  const [first = ''] = found.map(({ address }) => address).sort()
  const isHere = isLoopbackAddress(first)
  return { key: isHere ? `${first} ${port}` : customerOf(first), isHere }
}

/** A few requests at once, to one host and to all together, at a polite pace. */
export function createBudget(given: Partial<Limits> = {}) {
  const { atOnce, perHost, burst, gapMs, waiting, clock } = { ...LIMITS, ...given }
  const hosts = new Map<string, Host>()
  const queue: Waiter[] = []
  let inHand = 0
  let timer: ReturnType<typeof setTimeout> | undefined

  function hostOf(key: string): Host {
    const known = hosts.get(key)
    if (known) return known
    const host = { inHand: 0, freeAt: 0 }
    hosts.set(key, host)
    return host
  }

  /** How long a host is still to be left alone. */
  const restOf = ({ freeAt }: Host, { isHere }: Peer) =>
    isHere ? 0 : Math.max(0, freeAt - (burst - 1) * gapMs - clock())

  function beginWhatMay(): void {
    clearTimeout(timer)
    let soonest = Infinity
    for (const waiter of [...queue]) {
      if (inHand >= atOnce) return
      const host = hostOf(waiter.peer.key)
      if (host.inHand >= perHost) continue
      const rest = restOf(host, waiter.peer)
      if (rest > 0) {
        soonest = Math.min(soonest, rest)
        continue
      }
      queue.splice(queue.indexOf(waiter), 1)
      host.inHand++
      inHand++
      host.freeAt = Math.max(host.freeAt, clock()) + gapMs
      waiter.begin()
    }
    forgetIdle()
    if (soonest < Infinity) timer = setTimeout(beginWhatMay, Math.ceil(soonest))
  }

  function forgetIdle(): void {
    for (const [key, host] of hosts) if (host.inHand === 0 && host.freeAt <= clock()) hosts.delete(key)
  }

  return {
    /** Waits for a turn; what it answers ends the turn. null where too many wait or the time runs out first. */
    async take(peer: Peer, signal: AbortSignal): Promise<(() => void) | null> {
      if (signal.aborted || queue.length >= waiting) return null
      const begun = await new Promise<boolean>((resolve) => {
        const giveUp = () => {
          queue.splice(queue.indexOf(waiter), 1)
          resolve(false)
        }
        const waiter = {
          peer,
          begin: () => {
            signal.removeEventListener('abort', giveUp)
            resolve(true)
          },
        }
        signal.addEventListener('abort', giveUp, { once: true })
        queue.push(waiter)
        beginWhatMay()
      })
      if (!begun) return null
      let ended = false
      return () => {
        if (ended) return
        ended = true
        inHand--
        hostOf(peer.key).inHand--
        beginWhatMay()
      }
    },
  }
}

// pages and the worker are module graphs of their own and share what there is
const KEY = Symbol.for('masthead.budget')
const shared = globalThis as typeof globalThis & { [KEY]?: Budget }

export const commonBudget = (): Budget => (shared[KEY] ??= createBudget())
