import fc from 'fast-check'
import { expect, test } from 'vitest'
import { COMMENT_STATES } from '@/domain/comments/states'
import { placesOf } from './places'

const comment = (
  id: number,
  parentId: number | null,
  state: (typeof COMMENT_STATES)[number] = 'published',
) => ({
  id,
  parentId,
  state,
})

test('a reply stands one below its parent, in the thread of its root', () => {
  const places = placesOf([comment(1, null), comment(2, 1), comment(3, 2), comment(4, null)])
  expect([...places].map(([id, { rootId, depth }]) => [id, rootId, depth])).toEqual([
    [1, null, 0],
    [2, 1, 1],
    [3, 1, 2],
    [4, null, 0],
  ])
})

test('what is not published shows only above something that is', () => {
  const places = placesOf([
    comment(1, null, 'removed'),
    comment(2, 1, 'spam'),
    comment(3, 2),
    comment(4, 1, 'held'),
    comment(5, null, 'removed'),
  ])
  expect([...places].map(([, { shown }]) => shown)).toEqual([true, true, true, false, false])
  expect(places.get(1)).toMatchObject({ replyCount: 1, threadCount: 2 })
  expect(places.get(2)).toMatchObject({ replyCount: 1, threadCount: 0 })
})

test('a lost parent and a circle leave no place, whatever the order', () => {
  expect([
    ...placesOf([comment(3, 2), comment(2, 1), comment(5, 6), comment(6, 5), comment(7, 7)]).keys(),
  ]).toEqual([])
  expect([...placesOf([comment(2, 1), comment(1, null)]).keys()].sort()).toEqual([1, 2])
})

test('the deepest thread is placed without running out of stack', () => {
  const deep = Array.from({ length: 50_000 }, (_, i) =>
    comment(50_000 - i, 50_000 - i === 1 ? null : 49_999 - i),
  )
  expect(placesOf(deep).get(50_000)).toMatchObject({ rootId: 1, depth: 49_999, shown: true })
})

test('counts agree with the tree', () => {
  const forest = fc.array(
    fc.record({ parent: fc.option(fc.nat(), { nil: null }), state: fc.constantFrom(...COMMENT_STATES) }),
    { maxLength: 40 },
  )
  fc.assert(
    fc.property(forest, (nodes) => {
      const comments = nodes.map(({ parent, state }, i) =>
        comment(i + 1, parent === null || i === 0 ? null : (parent % i) + 1, state),
      )
      const places = placesOf(comments)
      const shown = comments.filter(({ id }) => places.get(id)?.shown)
      for (const { id, parentId, state } of comments) {
        const replies = shown.filter((reply) => reply.parentId === id).length
        const beneath = shown.filter((reply) => places.get(reply.id)?.rootId === id).length
        expect(places.get(id)).toMatchObject({
          shown: state === 'published' || replies > 0,
          replyCount: replies,
          threadCount: parentId === null ? beneath : 0,
        })
      }
    }),
  )
})
