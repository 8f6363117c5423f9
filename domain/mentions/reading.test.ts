import { describe, expect, test } from 'vitest'
import { readPage } from './reading'

const target = 'https://us.example/articles/a-piece'
const read = (text: string, type = 'text/html') => {
  const found = readPage({ url: 'https://peer.example/notes/1', type, text }, target)
  return found.kind === 'found' ? found.reading : null
}
const entry = (inside: string) => `<title>A page</title><div class="h-entry">${inside}</div>`

describe('what a page does with ours', () => {
  test.each([
    ['reply', `<a class="u-in-reply-to" href="${target}">x</a>`],
    ['like', `<a class="u-like-of" href="${target}">x</a>`],
    ['repost', `<a class="u-repost-of" href="${target}">x</a>`],
    ['bookmark', `<a class="u-bookmark-of" href="${target}">x</a>`],
    // said of a citation, in a list of several, and of two verbs the first of ours
    ['reply', `<div class="u-in-reply-to h-cite"><a class="u-url" href="${target}">x</a></div>`],
    [
      'like',
      `<a class="u-like-of" href="https://a.example/">y</a><a class="u-like-of" href="${target}">x</a>`,
    ],
    ['reply', `<a class="u-in-reply-to u-like-of" href="${target}">x</a>`],
    // of another page, of ours beside it, and of nothing
    ['mention', `<a class="u-like-of" href="https://a.example/">y</a> <a href="${target}">x</a>`],
    ['mention', `<p class="e-content">See <a href="${target}">x</a></p>`],
  ])('is a %s: %s', (kind, inside) => {
    expect(read(entry(inside))).toMatchObject({ kind })
  })

  test('is what the entry says that leads here, wherever it stands', () => {
    const other = `<div class="h-entry"><p class="e-content">Of something else.</p></div>`
    const answer = `<div class="h-entry"><p class="e-content">Yes.</p><a class="u-in-reply-to" href="${target}"></a></div>`
    expect(read(`<div class="h-feed">${other}${answer}</div>`)).toMatchObject({
      kind: 'reply',
      excerpt: 'Yes.',
    })
  })
})

test('an entry says who wrote what, and when', () => {
  const html = entry(
    `<h1 class="p-name">On <b>pieces</b></h1>
     <p class="p-author h-card"><img class="u-photo" src="/ann.png" alt=""><a class="u-url p-name" href="/">Ann&nbsp;B.</a></p>
     <time class="dt-published" datetime="2026-02-03T04:05:06Z">then</time>
     <div class="e-content"><p>It is <i>short</i>.</p></div><a class="u-in-reply-to" href="${target}"></a>`,
  )
  expect(read(html)).toEqual({
    kind: 'reply',
    authorName: 'Ann B.',
    authorUrl: 'https://peer.example/',
    authorPhoto: 'https://peer.example/ann.png',
    title: 'On pieces',
    excerpt: 'It is short.',
    publishedAt: new Date('2026-02-03T04:05:06Z'),
  })
})

test('a page without an entry is its title, and the sentence around its link', () => {
  expect(read(`<title>Notes</title><p>There is <a href="${target}">a piece</a> on this.</p>`)).toMatchObject({
    kind: 'mention',
    authorName: '',
    title: 'Notes',
    excerpt: 'There is a piece on this.',
    publishedAt: null,
  })
})

test.each([
  ['no address on the web', 'javascript:hit()'],
  ['an address with a password', 'https://a:b@peer.example/'],
  ['another kind of address', 'data:text/html,x'],
])('of %s nothing is kept', (_what, address) => {
  const card = `<a class="p-author h-card" href="${address}">Ann</a><a class="u-like-of" href="${target}"></a>`
  expect(read(entry(card))).toMatchObject({ kind: 'like', authorName: 'Ann', authorUrl: '', authorPhoto: '' })
})

test('what is long is cut between words, and a date of nobody is none', () => {
  const long = 'word '.repeat(1_000)
  const found = read(
    entry(
      `<p class="e-content">${long}</p><time class="dt-published" datetime="soon"></time><a class="u-like-of" href="${target}"></a>`,
    ),
  )
  expect(found?.excerpt).toMatch(/ word …$/)
  expect(found?.excerpt.length).toBeLessThanOrEqual(402)
  expect(found?.publishedAt).toBeNull()
})

test('what is no HTML says nothing of itself', () => {
  expect(read(JSON.stringify({ 'in-reply-to': target }), 'application/json')).toMatchObject({
    kind: 'mention',
  })
  expect(read(`See ${target}.`, 'text/plain')).toMatchObject({ kind: 'mention', title: '', excerpt: '' })
})
