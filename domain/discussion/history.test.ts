import fc from 'fast-check'
import { expect, it } from 'vitest'
import { after, anyArticle, anyPolicy, article, days, published } from './fixtures'
import { type Change, historyOf } from './history'
import { DAY_MS, discussionState } from './state'

const on = (day: number) => after(published, day * DAY_MS)
const by = { actor: 'Ana', reason: '' }

it('without any change the last thing that happened is what holds now', () => {
  const instant = fc.date({ min: on(0), max: on(60), noInvalidDate: true })
  fc.assert(
    fc.property(anyArticle(instant, fc.nat(30)), anyPolicy(fc.nat(30)), instant, (facts, policy, at) => {
      const own = { ...facts, lastCommentAt: null, renewedAt: null }
      const now = discussionState(own, policy, at)
      fc.pre(now.reason !== 'not-public' && own.publishAt !== null)
      const [last] = historyOf({ facts: own, policy, at }, [])
      const atFirst = discussionState(own, policy, own.publishAt ?? at)
      expect(last?.became ?? atFirst.state).toBe(now.state)
    }),
  )
})

it('runs from the newest to the oldest, and tells every closing and opening once', () => {
  const changes: Change[] = [
    { ...by, at: on(30), what: 'choice', before: { facts: { discussion: 'inherit' } } },
    { ...by, at: on(2), what: 'policy', before: { policy: { closeAfterDays: 0 } } },
  ]
  const facts = article({ discussion: 'open' })
  const events = historyOf({ facts, policy: days(14), at: on(40) }, changes)
  expect(events.map(({ at, became, by }) => [at, became, by?.actor ?? 'clock'])).toEqual([
    [on(30), 'open', 'Ana'],
    [on(14), 'closed', 'clock'],
  ])
})

it('does not take what came later for what was known', () => {
  const facts = article({ discussion: 'open', lastCommentAt: on(35) })
  const changes: Change[] = [
    { ...by, at: on(30), what: 'choice', before: { facts: { discussion: 'inherit' } } },
  ]
  const policy = days(14, { clock: 'last-comment' })
  expect(historyOf({ facts, policy, at: on(40) }, changes).map(({ at }) => at)).toEqual([on(30), on(14)])
})
