import fc from 'fast-check'
import { expect, it, test } from 'vitest'
import { consequenceOf } from './consequence'
import { after, anyArticle, anyPolicy, article, days, published } from './fixtures'
import { DAY_MS, type DiscussionFacts, discussionState } from './state'
import { dateInWords, warningOf } from './warnings'

const now = after(published, 5 * DAY_MS)
const policy = days(14)
const dated = (daysBack: number) => article({ publishAt: after(now, -daysBack * DAY_MS) })
const told = { policy, now, timeZone: 'UTC' }

test.each<[string, DiscussionFacts, DiscussionFacts, string | null]>([
  ['dated back a little', dated(5), dated(13), null],
  ['dated back to the very day', dated(5), dated(14), 'closes'],
  ['dated back far', dated(5), dated(400), 'closes'],
  ['dated forward', dated(400), dated(5), 'opens'],
  ['closed by hand whatever its date', article({ discussion: 'closed' }), dated(400), null],
  [
    'scheduled for after its date of closing',
    article({ state: 'draft', publishAt: null }),
    article({ publishAt: after(now, DAY_MS), discussion: 'closes-at', discussionClosesAt: now }),
    'appears-closed',
  ],
  [
    'scheduled',
    article({ state: 'draft', publishAt: null }),
    article({ publishAt: after(now, DAY_MS) }),
    null,
  ],
])('%s', (_change, before, afterwards, consequence) => {
  const discussion =
    before.discussion === 'closed' ? { ...afterwards, discussion: before.discussion } : afterwards
  expect(consequenceOf(before, discussion, policy, now)).toBe(consequence)
})

it('is said in words before anything is saved', () => {
  const before = dated(5)
  expect(dateInWords({ before, after: dated(400) }, told)).toMatch(
    /^This would close its comments now\. Readers would be told: Comments are closed\. They closed on /,
  )
  expect(dateInWords({ before, after: dated(3) }, told)).toMatch(/^Readers would be told: Comments close on /)
  expect(warningOf('This', { before, after: dated(3) }, told)).toBeNull()
})

it('is said of an update where the days count from the last one', () => {
  const before = dated(400)
  const change = { before, after: { ...before, renewedAt: now } }
  const clock = { ...told, policy: days(14, { clock: 'updated' }) }
  expect(warningOf('An update', change, clock)).toMatch(/^An update would open its comments again\./)
  expect(warningOf('An update', change, told)).toBeNull()
})

it('is said of what returns with its old date', () => {
  const after = dated(400)
  const change = { before: { ...after, state: 'unpublished' as const }, after }
  expect(warningOf('Publishing it', change, told)).toMatch(
    /^Publishing it would show it with its comments closed already\./,
  )
})

it('is there exactly where readers of a public article find it open and would not, or the other way round', () => {
  const instant = fc.date({ min: after(now, -40 * DAY_MS), max: now, noInvalidDate: true })
  fc.assert(
    fc.property(
      anyArticle(instant, fc.nat(30)),
      anyPolicy(fc.nat(30)),
      instant,
      (facts, policy, publishAt) => {
        const before = { ...facts, state: 'published' as const, publishAt: published }
        const afterwards = { ...before, publishAt }
        const was = discussionState(before, policy, now).state
        const is = discussionState(afterwards, policy, now).state
        const consequence = consequenceOf(before, afterwards, policy, now)
        expect(consequence).toBe(was === is ? null : is === 'closed' ? 'closes' : 'opens')
      },
    ),
  )
})
