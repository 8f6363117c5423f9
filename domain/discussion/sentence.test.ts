import { expect, it, test } from 'vitest'
import { formatDate } from '@/domain/dates'
import { article, days, published as publishAt } from './fixtures'
import { discussionSentence, inWords } from './sentence'
import { discussionState, type DiscussionFacts } from './state'

const late = new Date('2024-06-01T00:00:00Z')
const inSeattle = (instant: Date) => formatDate(instant, 'America/Los_Angeles')

const said = (facts: Partial<DiscussionFacts>, closeAfterDays: number, now: Date, more = {}) =>
  inWords(discussionSentence(discussionState(article(facts), days(closeAfterDays, more), now)), inSeattle)

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
    said({ discussion: 'closes-after', discussionCloseAfterDays: 30 }, 0, late, { clock })
  expect(words('updated')).toContain('30 days after the last update.')
  expect(words('last-comment')).toContain('30 days after the last comment.')
})

const may = new Date('2024-05-01T12:00:00Z')
const july = new Date('2024-07-01T12:00:00Z')
const byDate = { discussion: 'closes-at', discussionClosesAt: may, discussionReopensAt: july } as const

test.each<[string, Partial<DiscussionFacts>, object, Date, string]>([
  [
    'to close and open again',
    byDate,
    {},
    publishAt,
    'Comments close on 1 May 2024. They open again on 1 July 2024.',
  ],
  [
    'closed until a date',
    byDate,
    {},
    late,
    'Comments are closed. They closed on 1 May 2024, the date set for this article. They open again on 1 July 2024.',
  ],
  ['open again', byDate, {}, july, 'Comments are open. They opened again on 1 July 2024.'],
  ['replies alone', { discussionThreads: 'never' }, {}, publishAt, 'Only replies are taken.'],
  ['no replies', { discussionReplies: 'never' }, {}, publishAt, 'Replies are not taken.'],
  ['replies after an age', {}, { replies: 'always' }, late, 'Replies are still taken.'],
  [
    'switched off by the site',
    {},
    { threads: 'never', replies: 'never' },
    publishAt,
    'Comments are closed. This site takes no comments.',
  ],
  [
    'switched off by the article',
    { discussionThreads: 'never', discussionReplies: 'never' },
    {},
    publishAt,
    'Comments are closed. The editors take none on this article.',
  ],
])('%s', (_case, facts, more, now, sentence) => {
  expect(said(facts, 14, now, more)).toContain(sentence)
})
