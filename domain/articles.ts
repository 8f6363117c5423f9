export const ARTICLE_STATES = ['draft', 'published', 'unpublished'] as const
export type ArticleState = (typeof ARTICLE_STATES)[number]

export type Publication = { state: ArticleState; publishAt: Date | null }

/** Visible to the public: published, and its instant has come. Nothing flips a flag. */
export const isPublic = ({ state, publishAt }: Publication, now: Date) =>
  state === 'published' && publishAt !== null && publishAt <= now

/** Published, but its instant is still to come. */
export const isScheduled = ({ state, publishAt }: Publication, now: Date) =>
  state === 'published' && publishAt !== null && publishAt > now

/** The states as the desk tells them apart: a published article whose instant is to come is scheduled. */
export const DESK_STATES = ['draft', 'scheduled', 'published', 'unpublished'] as const
export type DeskState = (typeof DESK_STATES)[number]

export const deskState = (article: Publication, now: Date): DeskState =>
  isScheduled(article, now) ? 'scheduled' : article.state

/** The address of an article's page. */
export const articlePath = (slug: string) => `/articles/${slug}`

/** Where its score is explained. */
export const scorePath = (slug: string) => `${articlePath(slug)}/score`

/** The slug that an address of ours names; null for any other address. */
export const slugInPath = (href: string): string | null =>
  /^\/articles\/([a-z0-9-]+)\/?(?:[?#].*)?$/.exec(href)?.[1] ?? null
