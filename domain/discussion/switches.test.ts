import { describe, expect, it, test } from 'vitest'
import { after, article, days, published } from './fixtures'
import { admits, DAY_MS, type DiscussionFacts, discussionState } from './state'

const day14 = new Date('2024-04-07T16:00:00Z')

describe('opening again on a date', () => {
  const reopens = after(day14, 7 * DAY_MS)
  const closings: [string, Partial<DiscussionFacts>][] = [
    ['closed', { discussion: 'closed', discussionChangedAt: day14 }],
    ['closes-at', { discussion: 'closes-at', discussionClosesAt: day14 }],
    ['closes-after', { discussion: 'closes-after', discussionCloseAfterDays: 14 }],
  ]

  test.each(closings)('%s opens at exactly that instant, and stays open', (_choice, facts) => {
    const own = article({ ...facts, discussionReopensAt: reopens })
    const just = discussionState(own, days(0), after(reopens, -1))
    expect(just).toMatchObject({ state: 'closed', closedAt: day14, reopensAt: reopens })
    expect(just.changesAt).toEqual(reopens)
    for (const now of [reopens, after(reopens, 999 * DAY_MS)])
      expect(discussionState(own, days(1), now)).toMatchObject({
        state: 'open',
        closesAt: null,
        reopensAt: reopens,
      })
  })

  test.each(closings.slice(1))('%s is not kept from closing by a date before it', (_choice, facts) => {
    const own = article({ ...facts, discussionReopensAt: day14 })
    expect(discussionState(own, days(0), day14)).toMatchObject({ state: 'closed', reopensAt: null })
  })

  it('closes again where new comments start the clock again', () => {
    const own = article({
      discussion: 'closes-after',
      discussionCloseAfterDays: 14,
      discussionReopensAt: reopens,
      lastCommentAt: after(reopens, DAY_MS),
    })
    const closesAgain = after(reopens, 15 * DAY_MS)
    const policy = days(0, { clock: 'last-comment' })
    expect(discussionState(own, policy, reopens)).toMatchObject({ state: 'open', closesAt: closesAgain })
    expect(discussionState(own, policy, closesAgain)).toMatchObject({ state: 'closed', reopensAt: null })
  })
})

describe('the switches', () => {
  const late = after(day14, 1)

  test.each<[string, Partial<DiscussionFacts>, Parameters<typeof days>[1], Date, object]>([
    ['no new threads', { discussionThreads: 'never' }, {}, published, { threads: false, replies: true }],
    ['no replies', {}, { replies: 'never' }, published, { threads: true, replies: false }],
    ['replies after an age', {}, { replies: 'always' }, late, { threads: false, replies: true }],
    ['mentions after an age', {}, { mentions: 'always' }, late, { replies: false, mentions: true }],
    ['no mentions', {}, { mentions: 'never' }, published, { replies: true, mentions: false }],
    [
      'the article beats the site',
      { discussionReplies: 'while-open' },
      { replies: 'never' },
      published,
      { replies: true },
    ],
    [
      'closing by hand closes everything',
      { discussion: 'closed' },
      { replies: 'always', mentions: 'always' },
      published,
      { threads: false, replies: false, mentions: false },
    ],
    [
      'nothing before it is public',
      { state: 'draft' },
      { replies: 'always', mentions: 'always' },
      published,
      { threads: false, replies: false, mentions: false },
    ],
  ])('%s', (_switch, facts, more, now, takes) => {
    expect(discussionState(article(facts), days(14, more), now).takes).toMatchObject(takes)
  })

  it('close a discussion that takes neither threads nor replies, and say whose word that is', () => {
    const off = { threads: 'never', replies: 'never' } as const
    expect(discussionState(article(), days(14, off), published)).toMatchObject({
      state: 'closed',
      reason: 'site',
      closedAt: null,
    })
    const own = article({ discussionThreads: 'never', discussionReplies: 'never' })
    expect(discussionState(own, days(14), published)).toMatchObject({ state: 'closed', reason: 'article' })
  })

  it('are not got around by grace', () => {
    const closed = discussionState(article(), days(14, { threads: 'never' }), day14)
    const renderedAt = after(day14, -1)
    expect(admits(closed, { kind: 'threads', renderedAt }, day14, 10)).toBe(false)
    expect(admits(closed, { kind: 'replies', renderedAt }, day14, 10)).toBe(true)
  })
})

test('what is switched off still says when the clock changes what else is taken', () => {
  const own = article({
    discussion: 'closes-at',
    discussionClosesAt: day14,
    discussionThreads: 'never',
    discussionReplies: 'never',
    discussionMentions: 'while-open',
  })
  const before = discussionState(own, days(0), after(day14, -1))
  expect(before).toMatchObject({
    state: 'closed',
    closesAt: null,
    changesAt: day14,
    takes: { mentions: true },
  })
  expect(discussionState(own, days(0), day14).takes.mentions).toBe(false)
})
