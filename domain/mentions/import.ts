import { hostOf, webAddress } from './pair'
import type { DecidedState, MentionProtocol } from './states'
import { AUTHOR_MAX, EXCERPT_MAX, plain, TITLE_MAX } from './text'

/** A mention as another system had it; its words are plain text. */
export type ImportedMention = {
  articleId: number
  /** The page that links; an address of ours as it is today. */
  source: string
  protocol: MentionProtocol
  state: DecidedState
  authorName: string
  title: string
  excerpt: string
  at: Date
}

/** The same within the bounds of what is received; null where the source is no address on the web. */
export function readImport(given: ImportedMention): (ImportedMention & { host: string }) | null {
  const url = webAddress(given.source)
  if (!url) return null
  url.hash = ''
  return {
    ...given,
    source: url.href,
    host: hostOf(url.href),
    authorName: plain(given.authorName, AUTHOR_MAX),
    title: plain(given.title, TITLE_MAX),
    excerpt: plain(given.excerpt, EXCERPT_MAX),
  }
}

export const isOwnSource = (source: string, site: URL): boolean => hostOf(source) === hostOf(site.href)
