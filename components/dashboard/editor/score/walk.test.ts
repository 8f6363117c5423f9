import { describe, expect, test } from 'vitest'
import type { JudgedCheck } from '@/domain/score/judgement'
import { listAlike, listProblems } from './listing'
import { stepTo, walkable } from './walk'

const found = (id: string, where: JudgedCheck['evidence'][number]['where'], instead?: string) => ({
  ...{ id, where, quote: 'It', why: 'Why.', mend: 'Mend.', passage: null, waiver: null },
  ...(instead !== undefined && { instead }),
})
const inBody = (block: number, from: number) => ({ field: 'body', block, from, to: from + 2 }) as const

const CHECKS: JudgedCheck[] = [
  {
    ...{ id: 'sentence-length', part: 'readability', points: 3, of: 10, stops: null },
    evidence: [found('long', inBody(0, 0))],
  },
  {
    ...{ id: 'replacement-pronoun', part: 'integrity', points: 0, of: 12.34, stops: 'replacements' },
    evidence: [
      found('later', inBody(2, 9), 'AI'),
      found('earlier', inBody(2, 1), 'AI'),
      found('title', { field: 'title', from: 3, to: 5 }, 'AI'),
      { ...found('waived', inBody(3, 0), 'AI'), waiver: 4 },
    ],
  },
  {
    ...{ id: 'whole-text', part: 'integrity', points: 0, of: 36, stops: null },
    evidence: [found('whole', { field: 'body', block: 4, from: 0, to: 0 })],
  },
  {
    ...{ id: 'orphan', part: 'search', points: 0, of: 5, stops: null },
    evidence: [found('nowhere', { field: 'site' })],
  },
]
const problems = listProblems(CHECKS)
const ids = (list: { id: string }[]) => list.map(({ id }) => id)

test('problems stand in the order of the page', () => {
  expect(ids(problems)).toEqual(['title', 'long', 'earlier', 'later', 'waived', 'whole', 'nowhere'])
})

test('those of one kind are mended together, but for what was waived', () => {
  const [title] = problems
  expect(title && ids(listAlike(problems, title))).toEqual(['title', 'earlier', 'later'])
})

describe('going through them', () => {
  const list = walkable(problems, false)
  const step = (current: string | null, step: 1 | -1, caret = 0) =>
    stepTo(list, current, { step, caret })?.id ?? null

  test('leaves out what has no place, what was waived and, unless asked for, advice', () => {
    expect(ids(list)).toEqual(['title', 'earlier', 'later'])
    expect(ids(walkable(problems, true))).toEqual(['title', 'long', 'earlier', 'later'])
  })

  test('goes on from the one that is looked at, and round', () => {
    expect([step('title', 1), step('later', 1), step('earlier', -1), step('title', -1)]).toEqual([
      'earlier',
      'title',
      'title',
      'later',
    ])
  })

  test('begins at the caret', () => {
    expect([step(null, 1, 2), step(null, -1, 2), step(null, 1, 3), step(null, -1, 0)]).toEqual([
      'later',
      'earlier',
      'title',
      'later',
    ])
  })

  test('goes nowhere where there is nothing', () => {
    expect(stepTo([], null, { step: 1, caret: 0 })).toBeNull()
  })
})
