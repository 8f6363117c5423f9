/** `waiting` is also what failed and will be tried again; `failed` is given up. */
export const MAIL_STATES = ['waiting', 'sent', 'failed'] as const
export type MailState = (typeof MAIL_STATES)[number]

/** Tries of one message, spread over about a day; a cut-off one counts. */
export const MOST_TRIES = 10

const FIRST_REST_MS = 5_000
const LONGEST_REST_MS = 6 * 3_600_000

/**
 * How long a message rests after its `tries`-th failure: 5 s, four times as long each time, six hours at most.
 * `chance` (0 to 1) spreads them by a quarter, so that those which failed together do not come back together.
 */
export const restMs = (tries: number, chance: number): number =>
  Math.round(Math.min(FIRST_REST_MS * 4 ** (tries - 1), LONGEST_REST_MS) * (0.75 + chance / 2))

/** A message that waited or was kept for so long is removed. */
export const MAIL_KEPT_MS = 30 * 86_400_000

/** What a mail server or the way to it said, in the terms of nodemailer. */
export type DeliveryFailure = { code?: string | undefined; responseCode?: number | undefined }

/** Whether trying again would be told the same: the server refused this very message or its recipient for good. */
export function isForGood({ code, responseCode }: DeliveryFailure): boolean {
  if (code !== 'EENVELOPE' && code !== 'EMESSAGE') return false
  return responseCode === undefined || responseCode >= 500
}
