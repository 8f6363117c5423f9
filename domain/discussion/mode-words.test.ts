import { expect, test } from 'vitest'
import { DISCUSSION_MODES } from './choices'
import { modeForGuests } from './mode-words'

test('guests read of an editor exactly where one has to look', () => {
  const told = (sendsMail: boolean) =>
    DISCUSSION_MODES.filter((mode) => modeForGuests(mode, sendsMail).includes('editor'))
  expect(told(true)).toEqual(['hold-first', 'hold-all'])
  // where no link can be mailed, nobody can confirm an address
  expect(told(false)).toEqual(['hold-first', 'hold-all', 'confirmed'])
  for (const mode of DISCUSSION_MODES)
    expect(modeForGuests(mode, true).includes('at once')).toBe(mode === 'open')
})
