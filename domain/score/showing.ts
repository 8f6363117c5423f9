import type { Switch } from '../settings'

/** What an article says about its own badge, where it does not follow the site. */
export const SHOWINGS = ['show', 'hide'] as const
export type Showing = (typeof SHOWINGS)[number]

/** Whether readers see the score of an article. The desk, the API and the feeds always have it. */
export const isBadgeShown = (article: Showing | null, site: Switch): boolean =>
  article === null ? site === 'on' : article === 'show'
