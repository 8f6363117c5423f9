const HOUR_MS = 3_600_000
const DAY_MS = 24 * HOUR_MS

/** For how long a browser is remembered in which an address was confirmed. */
export const readerSessionExpiry = (now: Date) => new Date(now.getTime() + 180 * DAY_MS)

/** For how long a mailed link works. */
export const LINK_HOURS = 48
export const linkExpiry = (now: Date) => new Date(now.getTime() + LINK_HOURS * HOUR_MS)

/** Links that strangers may have mailed, by typing an address: so many a window to one mailbox and from one network. */
export const LINK_LIMITS = [
  { of: 'email', most: 3, withinMs: HOUR_MS },
  { of: 'email', most: 8, withinMs: DAY_MS },
  { of: 'addressHash', most: 10, withinMs: HOUR_MS },
] as const

/** `d…@example.com`: enough for whoever knows the address. */
export const maskedEmail = (email: string) => email.replace(/^(.)[^@]*/u, '$1…')

/** The first reply is told at once; those of so long afterwards together. */
const TELL_EVERY_MS = HOUR_MS

/** When a reader may be told of something that was said at `at`. */
export const tellAt = (at: Date, toldAt: Date | null): Date =>
  new Date(Math.max(at.getTime(), toldAt ? toldAt.getTime() + TELL_EVERY_MS : 0))
