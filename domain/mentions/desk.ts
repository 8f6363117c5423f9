import type { MentionQuery } from './desk-input'
import type { MentionState } from './states'

export const MENTION_STATE_NAMES: Record<MentionState, string> = {
  waiting: 'Waiting',
  held: 'Held',
  published: 'Published',
  spam: 'Spam',
  removed: 'Removed',
  gone: 'Gone',
}

export const MENTIONS_DESK = '/dashboard/discussion/mentions'

export function mentionsDeskPath({ state, host, article, after }: Partial<MentionQuery>): string {
  const query = new URLSearchParams()
  if (state && state !== 'held') query.set('state', state)
  if (host) query.set('host', host)
  if (article) query.set('article', String(article))
  if (after) query.set('after', after)
  return query.size > 0 ? `${MENTIONS_DESK}?${query}` : MENTIONS_DESK
}
