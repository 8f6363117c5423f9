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
