import fc from 'fast-check'
import { expect, test } from 'vitest'
import { decodeCursor, encodeCursor, idKey, instantKey, page } from './paging'

test('a cursor brings back the key it was made of', () => {
  fc.assert(
    fc.property(fc.date({ noInvalidDate: true }), fc.integer({ min: 1 }), (at, id) => {
      expect(decodeCursor(encodeCursor([at.getTime(), id]), instantKey)).toEqual([at, id])
    }),
  )
})

test('a cursor that was tampered with is no cursor', () => {
  fc.assert(
    fc.property(fc.string(), (text) => {
      expect(decodeCursor(`!${text}`, instantKey)).toBeNull()
    }),
  )
  for (const cursor of [null, undefined, '', encodeCursor(-1), encodeCursor('1'), encodeCursor([1, 2])])
    expect(decodeCursor(cursor, idKey)).toBeNull()
})

test('a page drops the row that only told that there are more', () => {
  expect(page([3, 2, 1], 2, (id) => id)).toEqual({ items: [3, 2], next: encodeCursor(2) })
  expect(page([3, 2], 2, (id) => id)).toEqual({ items: [3, 2], next: null })
  expect(page([], 2, (id) => id)).toEqual({ items: [], next: null })
})
