import { describe, expect, test } from 'vitest'
import { formatDate } from '@/domain/dates'
import { article, days } from './fixtures'
import type { DiscussionInput } from './input'
import { meaningOf } from './meaning'
import type { DiscussionFacts } from './state'

const now = new Date('2024-03-26T16:00:00Z')
const facts = article({ publishAt: new Date('2024-03-25T16:00:00Z') })
const draft: DiscussionFacts = { ...facts, state: 'draft', publishAt: null }
const means = (input: DiscussionInput, article: DiscussionFacts, closeAfterDays = 14) =>
  meaningOf(input, {
    facts: article,
    policy: days(closeAfterDays),
    now,
    format: (instant) => formatDate(instant, 'UTC'),
  })

describe('what a choice means', () => {
  test.each<[DiscussionInput, string]>([
    [{ discussion: 'inherit' }, 'Comments close on 8 April 2024.'],
    [{ discussion: 'open' }, 'Comments are open.'],
    [{ discussion: 'closed' }, 'Comments are closed. The editors closed them on 26 March 2024.'],
    [
      { discussion: 'closes-at', closesAt: new Date('2024-05-01T00:00:00Z') },
      'Comments close on 1 May 2024.',
    ],
    [{ discussion: 'closes-after', closeAfterDays: 30 }, 'Comments close on 24 April 2024.'],
  ])('for readers of a public article: %j', (input, sentence) =>
    expect(means(input, facts)).toContain(sentence),
  )

  test.each<[DiscussionInput, string]>([
    [{ discussion: 'inherit' }, 'Comments will close 14 days after publication.'],
    [{ discussion: 'open' }, 'Comments will stay open.'],
    [{ discussion: 'closed' }, 'There will be no comments.'],
    [
      { discussion: 'closes-at', closesAt: new Date('2024-05-01T00:00:00Z') },
      'Comments will close on 1 May 2024.',
    ],
    [{ discussion: 'closes-after', closeAfterDays: 1 }, 'Comments will close 1 day after publication.'],
    [
      { discussion: 'closed', reopensAt: new Date('2024-05-01T00:00:00Z') },
      'Comments will be closed until 1 May 2024.',
    ],
    [
      { discussion: 'closes-after', closeAfterDays: 2, reopensAt: new Date('2024-05-01T00:00:00Z') },
      'Comments will close 2 days after publication. They will open again on 1 May 2024.',
    ],
  ])('for an article that is not public yet: %j', (input, sentence) =>
    expect(means(input, draft)).toBe(sentence),
  )

  test('follows a policy that closes nothing', () => {
    expect(means({ discussion: 'inherit' }, draft, 0)).toBe('Comments will stay open.')
  })
})
