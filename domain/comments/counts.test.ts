import { expect, test } from 'vitest'
import { totalsOf } from './counts'

const at = (minute: number) => new Date(Date.UTC(2026, 2, 1, 12, minute))
const comment = (
  minute: number,
  state: 'published' | 'held' | 'removed' = 'published',
  afterClosing = false,
) => ({
  state,
  createdAt: at(minute),
  afterClosing,
})

test('what is published counts, and the newest of it is the last comment', () => {
  expect(totalsOf([comment(2), comment(5), comment(3), comment(9, 'held'), comment(8, 'removed')])).toEqual({
    commentCount: 3,
    lastCommentAt: at(5),
  })
})

test('what is written after closing counts, and starts no clock', () => {
  expect(totalsOf([comment(2), comment(7, 'published', true)])).toEqual({
    commentCount: 2,
    lastCommentAt: at(2),
  })
})

test('a discussion without a word has no last comment', () => {
  expect(totalsOf([])).toEqual({ commentCount: 0, lastCommentAt: null })
})
