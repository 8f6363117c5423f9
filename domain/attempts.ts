/** Failed sign-ins of one account, one network or one known device. */
export type Counter = { failures: number; lastAt: Date; blockedUntil: Date | null }

/**
 * Devices on which an account has signed in before are counted on their own and never locked, so that a flood of
 * guesses from elsewhere cannot shut the owner out. All others share the counters of account and network.
 */
export type CounterKind = 'account' | 'network' | 'device'

const SECOND = 1000
const MINUTE = 60 * SECOND

const LIMITS: Record<CounterKind, { free: number; longestDelay: number; locksAt: number }> = {
  account: { free: 4, longestDelay: MINUTE, locksAt: 10 },
  // many people may share one address
  network: { free: 20, longestDelay: MINUTE, locksAt: 50 },
  device: { free: 8, longestDelay: MINUTE, locksAt: Infinity },
}

const LOCK_MS = 15 * MINUTE

/** After so much quiet the failures no longer count. */
export const FORGET_MS = 24 * 60 * MINUTE

/** How long nobody may try again after this many failures, in milliseconds. */
export function waitAfter(kind: CounterKind, failures: number): number {
  const { free, longestDelay, locksAt } = LIMITS[kind]
  if (failures <= free) return 0
  if (failures >= locksAt) return LOCK_MS
  return Math.min(SECOND * 2 ** (failures - free - 1), longestDelay)
}

export function countFailure(kind: CounterKind, counter: Counter | null, now: Date): Counter {
  const remembered = counter && now.getTime() - counter.lastAt.getTime() < FORGET_MS
  const failures = (remembered ? counter.failures : 0) + 1
  const wait = waitAfter(kind, failures)
  return { failures, lastAt: now, blockedUntil: wait > 0 ? new Date(now.getTime() + wait) : null }
}

/** The instant from which all of these counters allow another try; null where they do now. */
export function blockedUntil(counters: Pick<Counter, 'blockedUntil'>[], now: Date): Date | null {
  const ends = counters.flatMap((counter) => counter.blockedUntil?.getTime() ?? [])
  const last = Math.max(0, ...ends)
  return last > now.getTime() ? new Date(last) : null
}

/** What one subscriber commonly holds: the address, or with IPv6 its /64, of which everybody has 2^64 addresses. */
export function networkOf(address: string): string {
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address)
  if (mapped?.[1]) return mapped[1]
  if (!address.includes(':')) return address
  const [head = '', tail] = address.toLowerCase().split('%', 1)[0]?.split('::') ?? []
  const groups = head.split(':').filter(Boolean)
  const rest = tail?.split(':').filter(Boolean) ?? []
  const zeros = Array.from({ length: Math.max(0, 8 - groups.length - rest.length) }, () => '0')
  const full = [...groups, ...(tail === undefined ? [] : zeros), ...rest]
  return `${full
    .slice(0, 4)
    .map((group) => group.replace(/^0+(?=.)/, ''))
    .join(':')}::/64`
}
