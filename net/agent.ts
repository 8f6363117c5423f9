const VERSION = '0.1'

/** The name under which others are asked: what asks, and on behalf of which site. */
export const agentOf = (siteUrl: URL): string => `Masthead/${VERSION} (+${siteUrl.origin}/)`
