/** `moved`: it leads elsewhere for good. `unknown`: nobody looked yet, or nothing can be said. */
export const LINK_STATES = ['ok', 'broken', 'moved', 'unknown'] as const
export type LinkState = (typeof LINK_STATES)[number]

/** What is known of an address elsewhere; `to` is where it has moved. */
export type KnownLink = { state: LinkState; to?: string }

/** What a look came to: an answer after so many redirects, or why there was none. */
export type Look =
  { kind: 'answered'; url: string; status: number; hops: number[] } | { kind: 'failed'; reason: string }

/** How long is believed what was seen. */
export const BELIEVED_MS = 7 * 86_400_000
/** Kept so long after an article last had it, where none that readers see does. */
export const KEPT_MS = 30 * 86_400_000
/** Looks that fail before an address counts as broken; some of them are a day apart. */
export const MOST_LOOKS = 4

const GONE = [404, 410]
const FOR_GOOD = [301, 308]

/** What a look says about an address; null where another look is needed, of which this was number `looks`. */
export function judge(href: string, look: Look, looks: number): KnownLink | null {
  if (look.kind === 'failed') {
    if (look.reason === 'redirects') return { state: 'broken' }
    // what we may not reach, readers perhaps do
    if (look.reason === 'address') return { state: 'unknown' }
    return looks < MOST_LOOKS ? null : { state: 'broken' }
  }
  const { status, hops, url } = look
  if (GONE.includes(status)) return { state: 'broken' }
  if (status >= 500) return looks < MOST_LOOKS ? null : { state: 'broken' }
  // a page that is not for programs may be well for people
  if (status < 200 || status > 299) return { state: 'unknown' }
  const hasMoved = hops.length > 0 && hops.every((hop) => FOR_GOOD.includes(hop))
  return hasMoved && url !== withoutFragment(href) ? { state: 'moved', to: url } : { state: 'ok' }
}

const withoutFragment = (href: string) => new URL(href).href.replace(/#.*$/, '')

/** How long it rests before it is looked at another time, after so many looks that came to nothing. */
export const lookAgainMs = (looks: number): number => [10 * 60_000, 6 * 3_600_000][looks - 1] ?? 86_400_000
