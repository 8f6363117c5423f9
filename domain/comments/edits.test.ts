import { describe, expect, test } from 'vitest'
import { afterEdit, editRefusal } from './edits'

const createdAt = new Date('2026-05-01T10:00:00Z')
const at = (ms: number) => new Date(createdAt.getTime() + ms)
const fresh = { createdAt, decidedAt: null, withdrawnAt: null, edits: 0 }

describe('an author may change a comment', () => {
  test('for five minutes, to the instant', () => {
    expect(editRefusal(fresh, at(0))).toBeNull()
    expect(editRefusal(fresh, at(299_999))).toBeNull()
    expect(editRefusal(fresh, at(300_000))).toBe('late')
  })
  test('until somebody decided about it, or they took it back', () => {
    expect(editRefusal({ ...fresh, decidedAt: at(1) }, at(2))).toBe('decided')
    expect(editRefusal({ ...fresh, withdrawnAt: at(1) }, at(2))).toBe('withdrawn')
  })
  test('twenty times', () => {
    expect(editRefusal({ ...fresh, edits: 19 }, at(2))).toBeNull()
    expect(editRefusal({ ...fresh, edits: 20 }, at(2))).toBe('often')
  })
})

const mode = { rule: 'mode', detail: 'confirmed' } as const
const trap = { rule: 'trap', detail: '' } as const

test('an edit may put a comment aside, and lets none out', () => {
  const published = { state: 'published', reasons: [] } as const
  const held = { state: 'held', reasons: [mode] } as const
  const both = (one: {
    state: typeof published.state | 'held' | 'spam'
    reasons: readonly (typeof mode | typeof trap)[]
  }) => ({
    state: one.state,
    reasons: [...one.reasons],
  })
  expect(afterEdit(both(published), both(held))).toEqual(both(held))
  expect(afterEdit(both(held), both(published))).toEqual(both(held))
  expect(afterEdit(both(held), both(held))).toEqual(both(held))
  expect(afterEdit(both(held), { state: 'spam', reasons: [trap] })).toEqual({
    state: 'spam',
    reasons: [mode, trap],
  })
  expect(afterEdit({ state: 'spam', reasons: [trap] }, both(published))).toEqual({
    state: 'spam',
    reasons: [trap],
  })
})
