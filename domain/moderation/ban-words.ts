import type { BanKind } from './bans'

// apart from the schemas: no browser has to load those

export const BAN_KIND_NAMES: Record<BanKind, string> = {
  email: 'Email address',
  address: 'Network',
  name: 'Name',
  host: 'Linked host',
  erased: 'Email address',
}

/** What a ban may be typed by. Of networks only the hash beside a comment is known. */
export const TYPED_BAN_KINDS = ['email', 'name', 'host'] as const

/** For how long somebody is kept out. Every ban ends. */
export const BAN_DAYS: [days: number, label: string][] = [
  [1, '1 day'],
  [7, '1 week'],
  [30, '30 days'],
  [365, '1 year'],
  [3_650, '10 years'],
]
