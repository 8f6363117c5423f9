import { z } from 'zod'
import { tidyName } from './names'
import { urlOf } from '../url'

export const NAME_MAX = 245
const EMAIL_MAX = 100
const WEBSITE_MAX = 200
export const COMMENT_MAX = 65_525

// a name or text of spaces and invisible characters alone is none
const isVisible = (value: string) => /[^\p{Cc}\p{Cf}\p{Z}]/u.test(value)

const name = z
  .string()
  .transform(tidyName)
  .refine(isVisible, 'Write your name')
  .refine((value) => value.length <= NAME_MAX, `Use at most ${NAME_MAX} characters for the name`)

const email = z
  .string()
  .trim()
  .min(1, 'Write your email address')
  .max(EMAIL_MAX, `Use at most ${EMAIL_MAX} characters for the email address`)
  .regex(z.regexes.html5Email, 'Write an email address like name@example.com')
  // one mailbox, however it was typed
  .transform((value) => value.toLowerCase())

const hasScheme = (value: string) => /^[a-z][a-z0-9+.-]*:/i.test(value) && !/^[^/]+:\d+(\/|$)/.test(value)

/** The address as a browser writes it; null where it is none that a reader could follow. */
function webAddress(value: string): string | null {
  const address = hasScheme(value) ? value : `https://${value}`
  const url = urlOf(address)
  if (!url) return null
  const { protocol, username, password, hostname, href } = url
  const followable = /^https?:$/.test(protocol) && !username && !password && hostname.includes('.')
  return followable ? href : null
}

const website = z
  .string()
  .trim()
  .transform((value, context) => {
    if (value === '') return ''
    const address = webAddress(value)
    if (address !== null && address.length <= WEBSITE_MAX) return address
    context.addIssue(
      address === null
        ? 'Write a web address like https://example.com, or leave it empty'
        : `Use at most ${WEBSITE_MAX} characters for the website`,
    )
    return z.NEVER
  })

// forms send CRLF; indentation of the first line means code
const comment = z
  .string()
  .transform((value) =>
    value
      .replace(/\r\n?/g, '\n')
      .replaceAll('\0', '')
      .replace(/^(?:[^\S\n]*\n)+/, '')
      .trimEnd(),
  )
  .refine(isVisible, 'Write a comment')
  .refine(
    (value) => value.length <= COMMENT_MAX,
    `Shorten the comment to ${COMMENT_MAX.toLocaleString('en-GB')} characters`,
  )

/** What a guest fills in. */
export const guestComment = z.object({ name, email, website, comment })
/** Staff write under their own names. */
export const staffComment = z.object({ comment })

export const COMMENT_FIELDS = ['name', 'email', 'website', 'comment'] as const
export type CommentField = (typeof COMMENT_FIELDS)[number]
