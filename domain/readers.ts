const HOUR_MS = 3_600_000
const DAY_MS = 24 * HOUR_MS

/** For how long a browser is remembered in which an address was confirmed. */
export const readerSessionExpiry = (now: Date) => new Date(now.getTime() + 180 * DAY_MS)

/** For how long a mailed link works. */
export const LINK_HOURS = 48
export const linkExpiry = (now: Date) => new Date(now.getTime() + LINK_HOURS * HOUR_MS)

/**
 * Links that strangers may have mailed, by typing an address: so many a window to one mailbox, to all addresses of one
 * host (of which some have endless ones for one person), and from one network.
 */
export const LINK_LIMITS = [
  { of: 'mailbox', most: 3, withinMs: HOUR_MS },
  { of: 'mailbox', most: 8, withinMs: DAY_MS },
  { of: 'mailHost', most: 20, withinMs: HOUR_MS },
  { of: 'addressHash', most: 10, withinMs: HOUR_MS },
] as const

// strangers share these by the million: there a limit would keep out whoever comes second
const SHARED_HOSTS = new Set(
  (
    'gmail.com outlook.com hotmail.com live.com msn.com yahoo.com yahoo.co.uk ymail.com aol.com icloud.com me.com ' +
    'mac.com proton.me protonmail.com gmx.com gmx.net gmx.de web.de t-online.de mail.com zoho.com fastmail.com ' +
    'orange.fr free.fr libero.it btinternet.com comcast.net qq.com 163.com mail.ru yandex.ru naver.com'
  ).split(' '),
)

/** Where mail to an address ends up: what stands behind a plus, and Gmail’s dots, make no other mailbox. */
export function mailboxOf(email: string): { mailbox: string; mailHost: string | null } {
  const at = email.lastIndexOf('@')
  const typedHost = email.slice(at + 1).toLowerCase()
  const host = typedHost === 'googlemail.com' ? 'gmail.com' : typedHost
  const [name = ''] = email.slice(0, at).toLowerCase().split('+')
  const local = host === 'gmail.com' ? name.replaceAll('.', '') : name
  return { mailbox: `${local}@${host}`, mailHost: SHARED_HOSTS.has(host) ? null : host }
}

/** `d…@example.com`: enough for whoever knows the address. */
export const maskedEmail = (email: string) => email.replace(/^(.)[^@]*/u, '$1…')

/** The first reply is told at once; those of so long afterwards together. */
const TELL_EVERY_MS = HOUR_MS

/** When a reader may be told of something that was said at `at`. */
export const tellAt = (at: Date, toldAt: Date | null): Date =>
  new Date(Math.max(at.getTime(), toldAt ? toldAt.getTime() + TELL_EVERY_MS : 0))
