import type { CommentState } from './states'

type Own = { state: CommentState; decidedAt: Date | null; withdrawnAt: Date | null }

/** What the author of a comment is told became of it. */
export function ownTitle({ state, decidedAt, withdrawnAt }: Own): string {
  if (withdrawnAt) return 'You took your comment back'
  if (state === 'published') return 'Your comment is published'
  // a comment that only a rule put aside reads as held, so that machines learn nothing
  if (state === 'held' || decidedAt === null) return 'Your comment is waiting for an editor'
  return 'Your comment was not published'
}

const REMEMBERED = 10

/** The tokens of comments that a browser remembers, the newest first. */
export const tokensIn = (cookie: string | undefined): string[] =>
  (cookie?.split('.') ?? []).filter((token) => /^[\w-]{43}$/.test(token)).slice(0, REMEMBERED)

export const remembering = (cookie: string | undefined, token: string): string =>
  [token, ...tokensIn(cookie)].slice(0, REMEMBERED).join('.')
