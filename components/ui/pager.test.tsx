import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import { Pager } from './pager'

const pager = (props: { isFirst: boolean; previous: string | null; next: string | null }) =>
  renderToStaticMarkup(<Pager path="/articles" noun="articles" {...props} />)

test('a list of one page has no pager', () => {
  expect(pager({ isFirst: true, previous: null, next: null })).toBe('')
})

test('a page between others leads to both, and back to the first under its plain address', () => {
  const middle = pager({ isFirst: false, previous: null, next: 'a+b' })
  expect(middle).toContain('href="/articles" rel="prev"')
  expect(middle).toContain('href="/articles?after=a%2Bb" rel="next"')
  expect(pager({ isFirst: false, previous: 'x', next: null })).toContain(
    'href="/articles?after=x" rel="prev"',
  )
})
