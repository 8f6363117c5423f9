export const ARTICLE_STATES = ['draft', 'published', 'unpublished'] as const
export type ArticleState = (typeof ARTICLE_STATES)[number]

export type Publication = { state: ArticleState; publishAt: Date | null }

/** Visible to the public: published, and its instant has come. Nothing flips a flag. */
export const isPublic = ({ state, publishAt }: Publication, now: Date) =>
  state === 'published' && publishAt !== null && publishAt <= now

/** Published, but its instant is still to come. */
export const isScheduled = ({ state, publishAt }: Publication, now: Date) =>
  state === 'published' && publishAt !== null && publishAt > now
