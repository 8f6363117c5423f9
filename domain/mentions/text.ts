import { tidyName } from '@/domain/comments/names'

export const TITLE_MAX = 200
export const EXCERPT_MAX = 400
export const AUTHOR_MAX = 80

/** Words of a stranger's page on one line, without what cannot be seen, cut between words. */
export function plain(text: string, max: number): string {
  // what is longer than this is cut anyway, and need not be looked at
  const tidy = tidyName(text.slice(0, 20 * max))
  if (tidy.length <= max) return tidy
  const cut = tidy.slice(0, max).replace(/[\ud800-\udbff]$/, '')
  return `${cut.replace(/\s+\S*$/, '').trim() || cut} …`
}
