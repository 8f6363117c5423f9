import { expect, it, test } from 'vitest'
import { formatDate } from '@/domain/dates'
import { discussionSentence, inWords } from './sentence'
import { discussionState, type DiscussionFacts } from './state'

const publishAt = new Date('2024-03-24T16:00:00Z')
const late = new Date('2024-06-01T00:00:00Z')
const inSeattle = (instant: Date) => formatDate(instant, 'America/Los_Angeles')

function said(
  facts: Partial<DiscussionFacts>,
  closeAfterDays: number,
  now: Date,
  clock = 'published' as const,
) {
  const article: DiscussionFacts = {
    state: 'published',
    publishAt,
    discussion: 'inherit',
    discussionClosesAt: null,
    discussionCloseAfterDays: null,
    discussionChangedAt: null,
    revisedAt: null,
    lastCommentAt: null,
    ...facts,
  }
  return inWords(discussionSentence(discussionState(article, { closeAfterDays, clock }, now)), inSeattle)
}

test.each<[string, Partial<DiscussionFacts>, number, Date, string]>([
  ['open without an end', {}, 0, publishAt, 'Comments are open.'],
  [
    'open under the policy',
    {},
    14,
    publishAt,
    'Comments close on 7 April 2024. We keep all discussions open for 14 days after publication.',
  ],
  [
    'open for days of its own',
    { discussion: 'closes-after', discussionCloseAfterDays: 1 },
    14,
    publishAt,
    'Comments close on 25 March 2024. That is 1 day after publication.',
  ],
  [
    'open until a date',
    { discussion: 'closes-at', discussionClosesAt: late },
    14,
    publishAt,
    'Comments close on 31 May 2024.',
  ],
  [
    'closed by the policy',
    {},
    14,
    late,
    'Comments are closed. They closed on 7 April 2024, 14 days after publication, as they do for all our articles.',
  ],
  [
    'closed after days of its own',
    { discussion: 'closes-after', discussionCloseAfterDays: 7 },
    14,
    late,
    'Comments are closed. They closed on 31 March 2024, 7 days after publication.',
  ],
  [
    'closed on a date',
    { discussion: 'closes-at', discussionClosesAt: new Date('2024-04-01T12:00:00Z') },
    14,
    late,
    'Comments are closed. They closed on 1 April 2024, the date set for this article.',
  ],
  [
    'closed by hand',
    { discussion: 'closed', discussionChangedAt: new Date('2024-04-02T12:00:00Z') },
    14,
    late,
    'Comments are closed. The editors closed them on 2 April 2024.',
  ],
  [
    'closed by hand, nobody knows when',
    { discussion: 'closed' },
    14,
    late,
    'Comments are closed. The editors closed them.',
  ],
  ['not public', { state: 'draft' }, 14, late, 'Comments are closed. This article is not published.'],
])('%s', (_case, facts, days, now, sentence) => {
  expect(said(facts, days, now)).toBe(sentence)
})

it('names the clock that the days were counted on', () => {
  const words = (clock: 'updated' | 'last-comment') =>
    inWords(
      discussionSentence({
        state: 'closed',
        reason: 'age',
        closesAt: late,
        closedAt: late,
        by: { level: 'article', days: 30, clock },
      }),
      inSeattle,
    )
  expect(words('updated')).toContain('30 days after the last update.')
  expect(words('last-comment')).toContain('30 days after the last comment.')
})
