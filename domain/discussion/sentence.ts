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
  return discussion.state === 'open' ? openSentence(discussion) : closedSentence(discussion)
}

function openSentence({ closesAt, by }: DiscussionState): Sentence {
  if (!closesAt) return { lead: ['Comments are open.'], detail: [] }
  const lead = ['Comments close on ', closesAt, '.']
  if (by.days === null) return { lead, detail: [] }
  const age = `${inDays(by.days)} ${SINCE[by.clock]}`
  return {
    lead,
    detail: [by.level === 'site' ? `We keep all discussions open for ${age}.` : `That is ${age}.`],
  }
}

function closedSentence({ reason, closedAt, by }: DiscussionState): Sentence {
  const lead = ['Comments are closed.']
  if (reason === 'not-public') return { lead, detail: ['This article is not published.'] }
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

/** The sentence as one text. */
export const inWords = ({ lead, detail }: Sentence, format: (instant: Date) => string): string =>
  [lead, detail]
    .filter((pieces) => pieces.length > 0)
    .map((pieces) => pieces.map((piece) => (typeof piece === 'string' ? piece : format(piece))).join(''))
    .join(' ')
