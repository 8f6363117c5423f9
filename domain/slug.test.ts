import fc from 'fast-check'
import { expect, test } from 'vitest'
import { articlePath, slugInPath } from './articles'
import { isSlug, numberedSlug, slugify } from './slug'

test.each([
  ['Stability AI CEO Resigns: AI Centralization', 'stability-ai-ceo-resigns-ai-centralization'],
  ['  Who’s next?  ', 'who-s-next'],
  ['C++ & C#', 'c-c'],
  ['---', ''],
  ['橋', ''],
])('the address of %j is %j', (title, slug) => {
  expect(slugify(title)).toBe(slug)
})

test('whatever the title, its address is none or a proper one, and stays so when it is numbered', () => {
  fc.assert(
    fc.property(
      fc.string({ unit: 'binary', maxLength: 400 }),
      fc.integer({ min: 1, max: 100_000 }),
      (title, n) => {
        const slug = slugify(title)
        if (slug === '') return
        expect(isSlug(slug)).toBe(true)
        expect(isSlug(numberedSlug(slug, n))).toBe(true)
        expect(slugify(slug)).toBe(slug)
      },
    ),
  )
})

test('numbers give as many addresses', () => {
  const long = 'x'.repeat(120)
  expect(new Set(Array.from({ length: 1_000 }, (_, n) => numberedSlug(long, n + 1))).size).toBe(1_000)
})

test.each([
  [articlePath('one-two'), 'one-two'],
  ['/articles/one-two/', 'one-two'],
  ['/articles/one-two?utm=x#part', 'one-two'],
  ['/articles', null],
  ['/articles/one-two/comments/3', null],
  ['/topics/one-two', null],
  ['https://example.com/articles/one-two', null],
  ['#part', null],
])('the link %s names the article %j', (href, slug) => {
  expect(slugInPath(href)).toBe(slug)
})
