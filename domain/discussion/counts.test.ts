import { expect, test } from 'vitest'
import { countsInWords } from './counts'

test.each([
  [0, 0, '0 comments'],
  [1, 0, '1 comment'],
  [2, 1, '2 comments · 1 mention'],
  [0, 3, '0 comments · 3 mentions'],
])('%i and %i are %j', (comments, mentions, words) => {
  expect(countsInWords({ comments, mentions })).toBe(words)
})
