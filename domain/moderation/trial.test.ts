import { describe, expect, it, test } from 'vitest'
import { countMatch, nothingTried, type Trial, trialInWords, type Tried } from './trial'

const tried = (id: number, changes: Partial<Tried> = {}): Tried => ({
  id,
  name: 'Ada',
  source: `Comment\n\n${id}`,
  state: 'published',
  isDecided: false,
  found: 'word',
  ...changes,
})

describe('a trial', () => {
  it('counts false alarms and what was put aside anyway', () => {
    const trial = nothingTried()
    countMatch(trial, tried(1, { state: 'held' }))
    countMatch(trial, tried(2, { state: 'spam', isDecided: true }))
    countMatch(trial, tried(3, { isDecided: true }))
    countMatch(trial, tried(4))
    expect(trial).toMatchObject({ matched: 4, asideAnyway: 2, approved: 1 })
  })

  it('shows a few comments, false alarms first and then the newest', () => {
    const trial = nothingTried()
    for (let id = 1; id <= 50; id++) countMatch(trial, tried(id, { isDecided: id === 20 }))
    expect(trial.samples.map(({ id }) => id)).toEqual([20, 50, 49, 48, 47, 46])
    expect(trial.samples[0]).toMatchObject({ isApproved: true, text: 'Comment 20' })
  })
})

test.each<[Partial<Trial>, 'held' | 'spam', string]>([
  [{}, 'held', 'No guest commented in the last 30 days, so nothing can be said of it.'],
  [{ seen: 1 }, 'held', 'Of 1 comment of guests in the last 30 days it would have touched none.'],
  [
    { seen: 1_340, matched: 12, asideAnyway: 9, approved: 2 },
    'held',
    'Of 1,340 comments of guests in the last 30 days it would have held 12: 9 of them were put aside anyway, and 2 of them a moderator had approved.',
  ],
  [
    { seen: 20_000, isPart: true, matched: 1, asideAnyway: 1 },
    'spam',
    'Of the newest 20,000 comments of guests it would have called spam 1: 1 of them was put aside anyway, and a moderator approved none of them.',
  ],
])('%j in words', (changes, does, sentence) => {
  expect(trialInWords({ ...nothingTried(), ...changes }, does)).toBe(sentence)
})
