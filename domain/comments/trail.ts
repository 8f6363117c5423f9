import { COMMENT_STATES, type CommentState } from './states'

const BECAME: Record<CommentState, string> = {
  published: 'approved it',
  held: 'held it',
  spam: 'put it with the spam',
  removed: 'removed it',
}
const IS: Record<CommentState, string> = {
  published: 'public',
  held: 'held',
  spam: 'spam',
  removed: 'removed',
}

const stateIn = (value: unknown) => COMMENT_STATES.find((state) => state === value)

/** What a row of the journal says somebody did to a comment, after their name; null for what it says nothing of. */
export function trailInWords(verb: string, after: unknown): string | null {
  const state = stateIn(after)
  switch (verb) {
    case 'comment.decide':
    case 'comment.hold':
      return state ? BECAME[state] : null
    case 'comment.undo':
      return state ? `took that back: it was ${IS[state]} again` : null
    case 'comment.dismiss-reports':
      return 'laid its reports aside'
    case 'comment.confirm':
      return 'confirmed the address, and so it was published'
    case 'comment.withdraw':
      return 'took it back'
    case 'comment.post':
      return 'wrote it'
    default:
      return null
  }
}
