import { describe, expect, test } from 'vitest'
import type { CommentReason } from '@/domain/comments/reasons'
import type { CommentState } from '@/domain/comments/states'
import { lessonOf, settled, type Stand, standIn, standing } from './akismet'

const reported: CommentReason = { rule: 'reports', detail: '5' }
const waiting = { state: 'held', reasons: [standing('waiting')], isDecided: false } as const

describe('an answer', () => {
  test.each([
    ['true', undefined, 'spam'],
    ['true\n', 'discard', 'discard'],
    ['false', 'discard', 'passed'],
    ['invalid', undefined, 'invalid-key'],
    ['Missing required field: user_ip.', undefined, null],
    ['', undefined, null],
  ])('%j with the tip %s is %s', (body, tip, stand) => {
    expect(standIn(body, tip)).toBe(stand)
  })

  test.each([
    ['passed', 'published'],
    ['spam', 'spam'],
    ['discard', 'spam'],
    ['failed', 'held'],
    ['invalid-key', 'held'],
  ] as const)('%s makes what waited %s', (stand, state) => {
    expect(settled({ ...waiting, reasons: [...waiting.reasons] }, stand)).toEqual({
      state,
      reasons: [standing(stand)],
    })
  })

  test('lets nothing out that waits for another reason too', () => {
    const reasons = [...waiting.reasons, reported]
    expect(settled({ ...waiting, reasons }, 'passed')).toEqual({
      state: 'held',
      reasons: [reported, standing('passed')],
    })
  })

  test.each<[CommentState, boolean]>([
    ['held', true],
    ['published', true],
    ['removed', false],
  ])('changes nothing where somebody decided: %s', (state, isDecided) => {
    expect(settled({ state, isDecided, reasons: [standing('waiting')] }, 'spam')).toEqual({
      state,
      reasons: [standing('overtaken')],
    })
  })
})

test.each<[CommentState, Stand, ReturnType<typeof lessonOf>]>([
  ['spam', 'passed', 'submit-spam'],
  ['spam', 'taught-ham', 'submit-spam'],
  ['spam', 'taught-spam', null],
  ['spam', 'discard', null],
  ['spam', 'failed', null],
  ['spam', 'overtaken', null],
  ['published', 'passed', null],
  ['published', 'spam', 'submit-ham'],
  ['published', 'discard', 'submit-ham'],
  ['published', 'taught-spam', 'submit-ham'],
  ['published', 'taught-ham', null],
  ['removed', 'passed', null],
  ['held', 'spam', null],
])('a comment that is %s and stands as %s teaches %s', (state, stand, lesson) => {
  expect(lessonOf({ state, reasons: [standing(stand)] })).toBe(lesson)
})
