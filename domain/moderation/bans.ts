import { z } from 'zod'
import { TYPED_BAN_KINDS } from './ban-words'
import { fold } from './fold'
import { matches } from './patterns'
import type { Reading } from './reading'

/**
 * By what somebody is banned. `address` holds the day's keyed hash of a network: the day ends such a ban. `erased` holds
 * a keyed hash too, of the email address of somebody whose data was erased.
 */
export const BAN_KINDS = ['email', 'address', 'name', 'host', 'erased'] as const
export type BanKind = (typeof BAN_KINDS)[number]

const DAY_MS = 86_400_000

const BAN_DAYS_MAX = 3_650

/** A pattern: `*` stands for anything, and something must stand beside it. */
const pattern = z
  .string()
  .trim()
  .max(254, 'At most 254 characters')
  .transform(fold)
  .refine((value) => /[\p{L}\p{N}]{2}/u.test(value), 'Write at least two letters or digits in a row')
  .refine((value) => value.split('*').length <= 6, 'Use at most five *')

const days = z
  .int('Write a whole number')
  .min(1, 'At least 1 day')
  .max(BAN_DAYS_MAX, `At most ${BAN_DAYS_MAX} days`)

const reason = z.string().trim().max(500, 'At most 500 characters')

/** A ban as staff writes it down. */
export const banInput = z.object({ kind: z.enum(TYPED_BAN_KINDS), pattern, days, reason })
export type BanInput = z.infer<typeof banInput>

/** A ban of the author of a comment, by what is known of them. */
export const authorBanInput = z.object({
  commentId: z.int().positive(),
  by: z.enum(['email', 'address', 'name']),
  days,
  reason,
})
export type AuthorBanInput = z.infer<typeof authorBanInput>

/** Whether what it is by stands nowhere in clear. */
export const isHashed = (kind: BanKind): boolean => kind === 'address' || kind === 'erased'

/** When a ban ends. Hashes of networks change with the day (UTC), and a ban by one cannot outlive it. */
export function endOf(kind: BanKind, days: number, now: Date): Date {
  const wanted = now.getTime() + days * DAY_MS
  if (kind !== 'address') return new Date(wanted)
  return new Date(Math.min(wanted, (Math.floor(now.getTime() / DAY_MS) + 1) * DAY_MS))
}

export type Ban = { kind: BanKind; pattern: string; endsAt: Date }

/** Whom a comment is from, as far as bans ask. */
export type From = {
  name: string
  email: string
  addressHash: string | null
  /** Makes the keyed hash by which an erased address is known. */
  hashEmail?: ((email: string) => string) | null
}

export type BanMatcher = (from: From, reading: Pick<Reading, 'hosts'>, now: Date) => string | null

/** Bans, ready to be asked: what is written out is looked up, and only patterns are tried one by one. */
export function compileBans(bans: readonly Ban[]): BanMatcher {
  const exact = new Map<string, Date>()
  const patterns: Ban[] = []
  for (const ban of bans) {
    if (ban.pattern.includes('*')) patterns.push(ban)
    else exact.set(`${ban.kind} ${ban.pattern}`, ban.endsAt)
  }
  const hasErased = bans.some(({ kind }) => kind === 'erased')
  return ({ name, email, addressHash, hashEmail }, { hosts }, now) => {
    if (bans.length === 0) return null
    const known: [BanKind, string][] = [
      ['email', fold(email)],
      ['name', fold(name)],
      ...hosts.map((host): [BanKind, string] => ['host', host]),
    ]
    if (addressHash !== null) known.push(['address', addressHash])
    if (hasErased && hashEmail) known.push(['erased', hashEmail(fold(email))])
    for (const [kind, value] of known) {
      const endsAt = exact.get(`${kind} ${value}`)
      // which network or whose address it was is nobody's business
      if (endsAt && now < endsAt) return isHashed(kind) ? '' : value
      const found = patterns.find(
        (ban) => ban.kind === kind && now < ban.endsAt && matches(ban.pattern, value),
      )
      if (found) return found.pattern
    }
    return null
  }
}
