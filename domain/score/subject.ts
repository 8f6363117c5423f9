import type { Block, Image } from './reading'

/** What the network said of a link when it was last asked; a link that nobody asked about has none. */
export type LinkState = { kind: 'works' } | { kind: 'redirected'; to: string } | { kind: 'broken' }

/** Another article that has the same. */
export type Other = { slug: string; title: string }

/** What the rest of the site and the network contribute; null where it is not known. */
export type SiteFacts = {
  duplicates: { title: Other[]; keyphrase: Other[] } | null
  /** Whether no other article that readers can see links here. */
  orphan: boolean | null
  links: Map<string, LinkState>
  requiresCredit: boolean
  /** Addresses of mentions shown with the article that nobody could verify. */
  unverifiedMentions: string[]
}

/** Everything a score depends on, and nothing else. */
export type Subject = {
  title: string
  summary: string
  description: string
  slug: string
  keyphrase: string
  /** Of the lead image. */
  caption: string
  /** A BCP 47 tag, or null where it is to be told from the text. */
  language: string | null
  blocks: Block[]
  images: Image[]
  /** Names, not ids. */
  topics: string[]
  /** The names of the byline; null for a bare text, of which nobody knows whether there is more. */
  people: string[] | null
  /** Whether it has a date of publication, or gets one by being published. */
  dated: boolean
  /** The text that readers have now. */
  previous: Block[] | null
  site: SiteFacts
}

export const noSite = (): SiteFacts => ({
  duplicates: null,
  orphan: null,
  links: new Map(),
  requiresCredit: false,
  unverifiedMentions: [],
})
