import { z } from 'zod'
import { urlOf } from './url'

const EMAIL_MAX = 254

/** One way of writing an address, so that one account has one key. */
export const normaliseEmail = (email: string) => email.normalize('NFC').trim().toLowerCase()

export const emailInput = z
  .string()
  .transform(normaliseEmail)
  .pipe(z.email({ pattern: z.regexes.unicodeEmail }).max(EMAIL_MAX))

/** As typed: nothing is refused for its form, so that a wrong name and a wrong password go one way. */
export const signInInput = z.object({
  email: z.string().max(1000).catch(''),
  password: z.string().max(1000).catch(''),
  to: z.string().optional().catch(undefined),
})

const DAY = 86_400_000

/** A session lives this long after its last use. */
export const SESSION_DAYS = 30

export const sessionExpiry = (now: Date) => new Date(now.getTime() + SESSION_DAYS * DAY)

/** At most one write a day and session, however often it is used. */
export const isDueForRenewal = (expiresAt: Date, now: Date) =>
  expiresAt.getTime() < sessionExpiry(now).getTime() - DAY

/** A link to choose a password is good for this long. */
export const INVITATION_DAYS = 7

export const invitationExpiry = (now: Date) => new Date(now.getTime() + INVITATION_DAYS * DAY)

/** Where to go after signing in: a path of the dashboard on this site, whatever was asked for. */
export function returnPath(asked: unknown): string {
  const home = '/dashboard'
  if (typeof asked !== 'string' || asked.length > 2000) return home
  // what a browser resolves elsewhere (//host, /\host, control characters) must not pass as ours
  const here = 'http://here.invalid'
  const url = urlOf(asked, here)
  if (!url) return home
  const { origin, pathname, search } = url
  const isOurs = origin === here && (pathname === home || pathname.startsWith(`${home}/`))
  return isOurs ? pathname + search : home
}
