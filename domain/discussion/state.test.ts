import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { DISCUSSION_CHOICES, DISCUSSION_CLOCKS } from './choices'
import { after, anyArticle, anyPolicy, article, days, published } from './fixtures'
import { admits, DAY_MS, type DiscussionFacts, discussionState } from './state'

const day14 = new Date('2024-04-07T16:00:00Z')

describe('an age closes at exactly N x 86 400 s', () => {
  test.each([
    ['at publication', published, 'open'],
    ['a millisecond before', after(day14, -1), 'open'],
    ['at the instant', day14, 'closed'],
    ['a millisecond after', after(day14, 1), 'closed'],
    ['years after', new Date('2031-01-01T00:00:00Z'), 'closed'],
  ])('%s', (_when, now, state) => {
    const discussion = discussionState(article(), days(14), now)
    expect(discussion).toMatchObject({ state, closesAt: day14, by: { level: 'site', days: 14 } })
    expect(discussion.closedAt).toEqual(state === 'closed' ? day14 : null)
    expect(discussion.reason).toBe(state === 'closed' ? 'age' : null)
  })

  it('counts seconds and not calendar days over a change to summer time', () => {
    const evening = new Date('2024-03-09T20:00:00-08:00')
    const discussion = discussionState(article({ publishAt: evening }), days(1), evening)
    expect(discussion.closesAt).toEqual(new Date('2024-03-10T21:00:00-07:00'))
  })

  it('counts a leap day like any other', () => {
    const publishAt = new Date('2024-02-28T12:00:00Z')
    expect(discussionState(article({ publishAt }), days(2), publishAt).closesAt).toEqual(
      new Date('2024-03-01T12:00:00Z'),
    )
  })

  it('never closes with 0 days', () => {
    const late = new Date('2099-01-01T00:00:00Z')
    expect(discussionState(article(), days(0), late)).toMatchObject({ state: 'open', closesAt: null })
    const own = article({ discussion: 'closes-after', discussionCloseAfterDays: 0 })
    expect(discussionState(own, days(14), late)).toMatchObject({ state: 'open', by: { level: 'article' } })
  })
})

describe('an explicit choice beats the policy', () => {
  const late = after(day14, DAY_MS)
  const changedAt = new Date('2024-03-25T08:30:00Z')

  test.each<[string, Partial<DiscussionFacts>, object]>([
    ['open', { discussion: 'open' }, { state: 'open', reason: null, closesAt: null }],
    [
      'closed',
      { discussion: 'closed', discussionChangedAt: changedAt },
      { state: 'closed', reason: 'article', closesAt: null, closedAt: changedAt },
    ],
    [
      'closes-at, to come',
      { discussion: 'closes-at', discussionClosesAt: after(late, 1) },
      { state: 'open', reason: null, closesAt: after(late, 1), closedAt: null },
    ],
    [
      'closes-at, reached',
      { discussion: 'closes-at', discussionClosesAt: late },
      { state: 'closed', reason: 'date', closesAt: late, closedAt: late },
    ],
    [
      'closes-after, to come',
      { discussion: 'closes-after', discussionCloseAfterDays: 30 },
      { state: 'open', reason: null, closesAt: after(published, 30 * DAY_MS), closedAt: null },
    ],
    [
      'closes-after, reached',
      { discussion: 'closes-after', discussionCloseAfterDays: 15 },
      { state: 'closed', reason: 'age', closesAt: late, closedAt: late },
    ],
  ])('%s', (_choice, facts, expected) => {
    const discussion = discussionState(article(facts), days(14), late)
    expect(discussion).toMatchObject({ ...expected, by: { level: 'article' } })
  })
})

describe('the clock', () => {
  const later = new Date('2024-04-20T12:00:00Z')
  const facts = article({ renewedAt: later, lastCommentAt: after(later, 5000) })

  test.each([
    ['published', published],
    ['updated', later],
    ['last-comment', after(later, 5000)],
  ] as const)('%s', (clock, start) => {
    expect(discussionState(facts, days(14, { clock }), published).closesAt).toEqual(after(start, 14 * DAY_MS))
  })

  test.each(DISCUSSION_CLOCKS)('%s starts no earlier than publication', (clock) => {
    const early = article({ renewedAt: after(published, -DAY_MS), lastCommentAt: null })
    expect(discussionState(early, days(14, { clock }), published).closesAt).toEqual(day14)
  })
})

describe('an article that is not public', () => {
  test.each<[string, Partial<DiscussionFacts>]>([
    ['draft', { state: 'draft', publishAt: null }],
    ['scheduled', { publishAt: after(published, 1) }],
    ['unpublished', { state: 'unpublished' }],
  ])('%s is closed, whatever it chose', (_state, facts) => {
    for (const discussion of DISCUSSION_CHOICES)
      expect(discussionState(article({ ...facts, discussion }), days(14), published)).toMatchObject({
        state: 'closed',
        reason: 'not-public',
        closesAt: null,
        closedAt: null,
      })
  })
})

describe('grace', () => {
  const closed = discussionState(article(), days(14), after(day14, 60_000))
  const before = after(day14, -1)
  const GRACE = 10

  test.each([
    ['in the last millisecond of grace', before, after(day14, GRACE * 60_000 - 1), GRACE, true],
    ['when grace is over', before, after(day14, GRACE * 60_000), GRACE, false],
    ['for a form rendered at the instant of closing', day14, after(day14, 1), GRACE, false],
    ['where the site gives none', before, day14, 0, false],
    ['without a signed time', null, day14, GRACE, false],
  ])('%s', (_when, renderedAt, now, grace, admitted) => {
    expect(admits(closed, { kind: 'threads', renderedAt }, now, grace)).toBe(admitted)
  })

  it('is not given where comments were closed by hand or the article is not public', () => {
    for (const facts of [
      { discussion: 'closed', discussionChangedAt: day14 },
      { state: 'unpublished' },
    ] as const)
      expect(
        admits(
          discussionState(article(facts), days(14), day14),
          { kind: 'threads', renderedAt: before },
          day14,
          GRACE,
        ),
      ).toBe(false)
  })

  it('is not needed while comments are open', () => {
    expect(
      admits(discussionState(article(), days(14), before), { kind: 'threads', renderedAt: null }, before, 0),
    ).toBe(true)
  })
})

describe('for all articles, policies and instants', () => {
  const instant = fc.date({
    min: new Date('2000-01-01T00:00:00Z'),
    max: new Date('2100-01-01T00:00:00Z'),
    noInvalidDate: true,
  })
  const maybe = fc.option(instant, { nil: null })
  const facts = anyArticle(instant, fc.nat(3650))
  const policy = anyPolicy(fc.nat(3650))
  const kind = fc.constantFrom('threads' as const, 'replies' as const)

  it('it is open exactly before closesAt, and says why when it is closed', () => {
    fc.assert(
      fc.property(facts, policy, instant, (article, policy, now) => {
        const { state, reason, closesAt, closedAt, reopensAt } = discussionState(article, policy, now)
        expect(state === 'open').toBe(reason === null)
        if (closesAt) expect(state === 'open').toBe(now < closesAt)
        if (state === 'open' || reason === 'not-public') expect(closedAt).toBeNull()
        if (reason === 'date' || reason === 'age') expect(closedAt).toEqual(closesAt)
        if (state === 'closed' && reopensAt) expect(now < reopensAt).toBe(true)
      }),
    )
  })

  it('nothing of it changes before the instant that it names, so a kept page is right until then', () => {
    fc.assert(
      fc.property(facts, policy, instant, fc.nat(), (article, policy, now, ms) => {
        const before = discussionState(article, policy, now)
        fc.pre(before.reason !== 'not-public')
        const change = before.changesAt
        const later = after(now, ms)
        if (!change || later < change) expect(discussionState(article, policy, later)).toEqual(before)
        else expect(discussionState(article, policy, change)).not.toEqual(before)
      }),
    )
  })

  it('what is closed takes nothing more at any later instant where no day of opening again is set', () => {
    fc.assert(
      fc.property(facts, policy, instant, fc.nat(), (article, policy, now, ms) => {
        const own = { ...article, discussionReopensAt: null }
        const before = discussionState(own, policy, now)
        fc.pre(before.state === 'closed' && before.reason !== 'not-public')
        const later = discussionState(own, policy, after(now, ms))
        expect(later.state).toBe('closed')
        for (const kind of ['threads', 'replies', 'mentions'] as const)
          expect(before.takes[kind] || !later.takes[kind]).toBe(true)
      }),
    )
  })

  it('an open discussion takes comments, and one closed by hand takes nothing at all', () => {
    fc.assert(
      fc.property(facts, policy, instant, (article, policy, now) => {
        const { state, takes } = discussionState(article, policy, now)
        if (state === 'open') expect(takes.threads || takes.replies).toBe(true)
        else expect(takes.threads).toBe(false)
        if (article.discussion === 'closed' && !article.discussionReopensAt)
          expect(takes).toEqual({ threads: false, replies: false, mentions: false })
      }),
    )
  })

  it('a choice of the article is the same under every policy with the same clock and switches', () => {
    fc.assert(
      fc.property(facts, policy, fc.nat(3650), instant, (article, policy, other, now) => {
        fc.pre(article.discussion !== 'inherit')
        const state = discussionState(article, policy, now)
        expect(discussionState(article, { ...policy, closeAfterDays: other }, now)).toEqual(state)
      }),
    )
  })

  it('admits what is taken, and without grace nothing else', () => {
    fc.assert(
      fc.property(facts, policy, kind, maybe, instant, (article, policy, kind, renderedAt, now) => {
        const discussion = discussionState(article, policy, now)
        expect(admits(discussion, { kind, renderedAt }, now, 0)).toBe(discussion.takes[kind])
      }),
    )
  })

  it('admits by grace exactly what was rendered before the instant and arrives within the minutes', () => {
    const minutes = fc.integer({ min: -90, max: 90 }).map((minutes) => minutes * 60_000)
    fc.assert(
      fc.property(minutes, minutes, fc.nat(90), (rendered, arrived, grace) => {
        const now = after(day14, arrived)
        const renderedAt = after(day14, rendered)
        const closing = discussionState(article(), days(14), now)
        const admitted = admits(closing, { kind: 'threads', renderedAt }, now, grace)
        expect(admitted).toBe(arrived < 0 || (rendered < 0 && arrived < grace * 60_000))
      }),
    )
  })
})
