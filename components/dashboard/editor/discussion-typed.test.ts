import { describe, expect, it, test } from 'vitest'
import { article } from '@/domain/discussion/fixtures'
import { inputOf, lackingIn, typedOf } from './discussion-typed'

const zone = 'America/Los_Angeles'
const now = new Date('2026-03-01T20:00:00Z')
const typed = typedOf(article(), now, zone)

describe('what is typed beside a choice', () => {
  it('is a date and a minute in the time zone of the site', () => {
    expect(inputOf('closes-at', { ...typed, closes: '2026-07-01T09:30' }, zone)).toEqual({
      discussion: 'closes-at',
      closesAt: new Date('2026-07-01T16:30:00Z'),
      reopensAt: null,
    })
  })

  it('is what was saved, as far as something was', () => {
    const saved = typedOf(
      article({ discussionClosesAt: now, discussionReopensAt: new Date('2026-04-01T00:00:00Z') }),
      now,
      zone,
    )
    expect(saved).toMatchObject({ closes: '2026-03-01T12:00', reopens: '2026-03-31T17:00' })
    expect(typed).toEqual({ closes: '2026-03-08T13:00', days: '14', reopens: '' })
  })

  test.each([
    ['closes-at', { closes: '' }, 'Choose a date and a time.'],
    ['closes-after', { days: '0' }, 'Write a number of days.'],
    ['closes-after', { days: '1.5' }, 'Write a number of days.'],
    ['closed', { reopens: '2026-04' }, 'Choose a date and a time to open again, or none.'],
    [
      'closes-at',
      { closes: '2026-04-02T09:00', reopens: '2026-04-02T09:00' },
      'Comments can only open again after they closed.',
    ],
  ] as const)('%s with %j is not saved', (choice, changes, sentence) => {
    expect(lackingIn(choice, { ...typed, ...changes }, zone)).toBe(sentence)
    expect(inputOf(choice, { ...typed, ...changes }, zone)).toBeNull()
  })
})
