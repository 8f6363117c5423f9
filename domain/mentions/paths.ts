import { articlePath } from '@/domain/articles'

export const WEBMENTION_PATH = '/webmention'
export const PINGBACK_PATH = '/pingback'

/** Where its sender reads what became of a mention. */
export const statusPath = (token: string) => `${WEBMENTION_PATH}/${token}`

/** All that mention an article. */
export const mentionsPath = (slug: string) => `${articlePath(slug)}/mentions`
