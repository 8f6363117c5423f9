import type { DiscussionClock } from './choices'
import type { DiscussionState } from './state'

/** Words and the instants among them: a page sets those as `<time>`, a text spells them out. */
export type Piece = string | Date

/** What is said about a discussion, always: first that it is open or closed, then when and why. */
export type Sentence = { lead: Piece[]; detail: Piece[] }

export const SINCE: Record<DiscussionClock, string> = {
  published: 'after publication',
  updated: 'after the last update',
  'last-comment': 'after the last comment',
}

export const inDays = (days: number) => (days === 1 ? '1 day' : `${days} days`)

export function discussionSentence(discussion: DiscussionState): Sentence {
  const { lead, detail } = discussion.state === 'open' ? openSentence(discussion) : closedSentence(discussion)
  return { lead, detail: join(detail, exception(discussion), opensAgain(discussion)) }
}

function openSentence({ closesAt, reopensAt, by }: DiscussionState): Sentence {
  if (!closesAt)
    return {
      lead: ['Comments are open.'],
      detail: reopensAt ? ['They opened again on ', reopensAt, '.'] : [],
    }
  const lead = ['Comments close on ', closesAt, '.']
  if (by.days === null) return { lead, detail: [] }
  const age = `${inDays(by.days)} ${SINCE[by.clock]}`
  return {
    lead,
    detail: [by.level === 'site' ? `We keep all discussions open for ${age}.` : `That is ${age}.`],
  }
}

function closedSentence({ reason, closedAt, by, takings }: DiscussionState): Sentence {
  const lead = ['Comments are closed.']
  if (reason === 'not-public') return { lead, detail: ['This article is not published.'] }
  if (reason === 'site') return { lead, detail: ['This site takes no comments.'] }
  if (reason === 'article' && takings.threads === 'never' && takings.replies === 'never')
    return { lead, detail: ['The editors take none on this article.'] }
  if (reason === 'article')
    return {
      lead,
      detail: closedAt ? ['The editors closed them on ', closedAt, '.'] : ['The editors closed them.'],
    }
  if (!closedAt) return { lead, detail: [] }
  if (by.days === null)
    return { lead, detail: ['They closed on ', closedAt, ', the date set for this article.'] }
  const habit = by.level === 'site' ? ', as they do for all our articles.' : '.'
  return { lead, detail: ['They closed on ', closedAt, `, ${inDays(by.days)} ${SINCE[by.clock]}${habit}`] }
}

/** Where new threads and replies are not treated alike. */
function exception({ state, takes }: DiscussionState): Piece[] {
  if (state === 'closed') return takes.replies ? ['Replies are still taken.'] : []
  if (takes.threads && takes.replies) return []
  return [takes.replies ? 'Only replies are taken.' : 'Replies are not taken.']
}

function opensAgain({ state, closesAt, reopensAt }: DiscussionState): Piece[] {
  if (!reopensAt || (state === 'open' && !closesAt)) return []
  return ['They open again on ', reopensAt, '.']
}

const join = (...sentences: Piece[][]): Piece[] =>
  sentences
    .filter((pieces) => pieces.length > 0)
    .flatMap((pieces, i) => (i === 0 ? pieces : [' ', ...pieces]))

/** The sentence as one text. */
export const inWords = ({ lead, detail }: Sentence, format: (instant: Date) => string): string =>
  [lead, detail]
    .filter((pieces) => pieces.length > 0)
    .map((pieces) => pieces.map((piece) => (typeof piece === 'string' ? piece : format(piece))).join(''))
    .join(' ')
