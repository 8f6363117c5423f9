import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import { Still } from '@/components/still'
import { readingOf } from '@/documents/reading'
import { strip } from '@/documents/strip'

const page = () => (
  <main>
    <Still as="article" className="a" aria-label="One">
      <p>1 &lt; 2</p>
      <Still as="ol" dir="auto">
        <li>{'<template data-part="0"></template>'}</li>
      </Still>
    </Still>
    <Still as="footer">The end</Still>
  </main>
)
const whole =
  '<main><article class="a" aria-label="One"><p>1 &lt; 2</p><ol dir="auto"><li>&lt;template data-part=&quot;0&quot;&gt;&lt;/template&gt;</li></ol></article><footer>The end</footer></main>'

test('what stands still is written where nobody puts it back later', () => {
  expect(renderToStaticMarkup(page())).toBe(whole)
})

test('in a document it waits aside, and comes out the same', async () => {
  const { result, reading } = await readingOf(null, async () => renderToStaticMarkup(page()))
  expect(result).not.toContain('The end')
  expect(strip(result, reading.parts)).toBe(whole)
})
