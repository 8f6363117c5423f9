import type { DiscussionMode } from './choices'

export const MODE_NAMES: Record<DiscussionMode, string> = {
  open: 'Show comments at once',
  'hold-first': 'Hold the first comment of a guest',
  'hold-all': 'Hold every comment of a guest',
  confirmed: 'Hold comments until the address is confirmed',
}

/** `null` follows the site. */
export const modeInWords = (mode: DiscussionMode | null): string =>
  mode === null ? 'new comments as the site has them' : `new comments: ${MODE_NAMES[mode].toLowerCase()}`

/** What a guest reads beside the form: what becomes of a comment. */
export function modeForGuests(mode: DiscussionMode, sendsMail: boolean): string {
  switch (mode) {
    case 'open':
      return 'It appears at once. Be kind, and stay with the subject.'
    case 'hold-first':
      return 'An editor reads the comments of guests who are not known here yet before they appear.'
    case 'hold-all':
      return 'An editor reads every comment before it appears.'
    case 'confirmed':
      return sendsMail
        ? 'It appears once you confirm your address behind a link that we mail you.'
        : 'An editor reads the comments of guests who are not known here yet before they appear.'
  }
}
