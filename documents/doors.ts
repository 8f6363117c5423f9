import { networkOf } from '@/domain/attempts'

const DOORS: Record<string, string> = {
  '/webmention': '/webmention/receive',
  '/pingback': '/pingback/receive',
}

/** Where programs of other sites post to. What people do there is on the page of the same address. */
export const isDoor = (path: string): boolean => Object.hasOwn(DOORS, path)

const isMultipart = (contentType: string | undefined) => /^multipart\/form-data\b/i.test(contentType ?? '')

/** Whether a post is for the page itself: a form of ours, which no other site may send. */
export const isForPage = (path: string, contentType: string | undefined): boolean =>
  !isDoor(path) || isMultipart(contentType)

/** The address that answers what programs post. */
export const behind = (path: string): string => DOORS[path] ?? path

const WINDOW_MS = 60_000
const FROM_ALL = 240
const FROM_ONE = 60

/** So many posts a minute are taken, from one network and from all: what comes on top costs nearly nothing. */
export class DoorLimits {
  #began = 0
  #taken = 0
  readonly #from = new Map<string, number>()

  /** In how many seconds this client may come again; 0 lets it in. `now` in milliseconds. */
  secondsToWait(address: string, now: number): number {
    if (now - this.#began >= WINDOW_MS || now < this.#began) {
      this.#began = now
      this.#taken = 0
      this.#from.clear()
    }
    const network = networkOf(address)
    const from = this.#from.get(network) ?? 0
    if (this.#taken >= FROM_ALL || from >= FROM_ONE)
      return Math.max(1, Math.ceil((this.#began + WINDOW_MS - now) / 1000))
    this.#taken++
    this.#from.set(network, from + 1)
    return 0
  }
}
