import { afterAll, describe, expect, test } from 'vitest'
import { getPublished } from '@/db/articles'
import { putMention } from '@/db/mention-fixtures'
import { freshDatabase } from '@/db/testing'
import { site, startReceiving } from './receiving-fixture'

freshDatabase()
const { peer, page, later, makeTarget, send, mention, verify } = await startReceiving()
afterAll(() => peer.close())

// each case names the sentence of the W3C Recommendation of 12 January 2017 that it shows

const target = await makeTarget()
const linking = (html: string, type?: string) =>
  mention(page(html, type === undefined ? {} : { type }), target.address)

describe('3.2.2: the source is fetched, and has to contain the target', () => {
  test.each([
    ['a link', (url: string) => `<p>See <a href="${url}">this</a>.`],
    ['a picture', (url: string) => `<img src="${url}">`],
    ['a video', (url: string) => `<video src="${url}"></video>`],
    ['a frame', (url: string) => `<iframe src="${url}"></iframe>`],
    ['an area', (url: string) => `<map><area href="${url}"></map>`],
    ['a relation', (url: string) => `<link rel=cite href="${url}">`],
    ['a quotation', (url: string) => `<blockquote cite="${url}">x</blockquote>`],
    ['a picture in sizes', (url: string) => `<img srcset="/a.png 1x, ${url} 2x">`],
    ['upper case', (url: string) => `<A HREF='${url}'>x</A>`],
    ['an escaped address', (url: string) => `<a href="${url.replace('/articles', '&#x2f;articles')}">x</a>`],
    [
      'an address under a base',
      (url: string) => `<base href="${site.href}"><a href="${new URL(url).pathname}">x</a>`,
    ],
    [
      'a base below the link',
      (url: string) => `<a href="${new URL(url).pathname}">x</a><base href="${site.href}">`,
    ],
  ])('in HTML as %s', async (_what, html) => {
    expect(await linking(html(target.address))).toMatchObject({ state: 'published', failure: '' })
  })

  test.each([
    ['text', (url: string) => `<p>${url}</p>`],
    ['a comment', (url: string) => `<!-- <a href="${url}">x</a> -->`],
    ['a template', (url: string) => `<template><a href="${url}">x</a></template>`],
    ['a script', (url: string) => `<script>'<a href="${url}">'</script>`],
    [
      'what only browsers without scripts show',
      (url: string) => `<noscript><a href="${url}">x</a></noscript>`,
    ],
    ['a longer address', (url: string) => `<a href="${url}-and-more">x</a>`],
    ['the same address with a query', (url: string) => `<a href="${url}?x">x</a>`],
    ['the beginning of an address', (url: string) => `<a href="${url.slice(0, -1)}">x</a>`],
    ['another attribute', (url: string) => `<a data-href="${url}" href="/">x</a>`],
  ])('not in HTML as %s', async (_what, html) => {
    expect(await linking(html(target.address))).toMatchObject({ state: 'gone', failure: 'no-link' })
  })

  test('in JSON as any string that is exactly the address', async () => {
    const json = (value: unknown) => linking(JSON.stringify(value), 'application/activity+json')
    expect(await json({ a: [{ b: target.address }] })).toMatchObject({ state: 'published' })
    expect(await json({ a: `see ${target.address}` })).toMatchObject({ state: 'gone', failure: 'no-link' })
    expect(await linking('{', 'application/json')).toMatchObject({ state: 'gone', failure: 'unreadable' })
  })

  test('in plain text as a word of its own', async () => {
    expect(await linking(`See (${target.address}).`, 'text/plain')).toMatchObject({ state: 'published' })
    expect(await linking(`${target.address}-more`, 'text/plain')).toMatchObject({ state: 'gone' })
  })

  test('of another type nothing is taken', async () => {
    expect(await linking(`<a href="${target.address}">`, 'image/svg+xml')).toMatchObject({ failure: 'type' })
  })

  test('redirects are followed, to a bound', async () => {
    const source = page(`<a href="${target.address}">x</a>`)
    const moved = page((response) => response.writeHead(302, { location: source }).end())
    expect(await mention(moved, target.address)).toMatchObject({ state: 'published', source: moved })
    const round = page((response) => response.writeHead(302, { location: '/round' }).end(), {
      path: '/round',
    })
    expect(await mention(round, target.address)).toMatchObject({ state: 'gone', failure: 'address' })
  })

  test('the fragment of the target has to be in the link', async () => {
    const source = page(`<a href="${target.address}">x</a>`)
    expect(await mention(source, `${target.address}#part`)).toMatchObject({
      state: 'gone',
      failure: 'no-link',
    })
  })

  test('the encoding that the page names is read', async () => {
    const source = page((response) =>
      response
        .setHeader('content-type', 'text/html')
        .end(
          Buffer.from(
            `<meta charset=iso-8859-1><title>Caf\xe9</title><a href="${target.address}">x</a>`,
            'latin1',
          ),
        ),
    )
    expect(await mention(source, target.address)).toMatchObject({ title: 'Café' })
  })
})

describe('3.2.4: a mention that is sent again', () => {
  test('is the same mention, with what its page says now', async () => {
    const article = await makeTarget()
    const path = '/changing'
    const source = page(`<title>First</title><a href="${article.address}">x</a>`, { path })
    const first = await mention(source, article.address)
    page(`<title>Second</title><a href="${article.address}">x</a>`, { path })
    const second = await mention(source, article.address, later(600_000))
    expect(second).toMatchObject({ id: first.id, title: 'Second', state: 'published' })
    expect((await getPublished(article.slug, later()))?.counts).toEqual({ comments: 0, mentions: 1 })
  })

  test('is not looked at again within minutes', async () => {
    const source = page(`<a href="${target.address}">x</a>`)
    await mention(source, target.address)
    const asked = peer.visits.length
    expect(await send(source, target.address)).toMatchObject({ kind: 'accepted', isKnown: true })
    expect(peer.visits.length).toBe(asked)
  })

  test('is taken away where the link is gone', async () => {
    const article = await makeTarget()
    const source = page(`<a href="${article.address}">x</a>`, { path: '/vanishing' })
    await mention(source, article.address)
    page('Nothing', { path: '/vanishing' })
    expect(await mention(source, article.address, later(600_000))).toMatchObject({
      state: 'gone',
      failure: 'no-link',
      title: '',
      excerpt: '',
    })
    expect((await getPublished(article.slug, later()))?.counts.mentions).toBe(0)
  })

  test('is taken away where the page answers 410', async () => {
    const source = page(`<a href="${target.address}">x</a>`, { path: '/deleted' })
    await mention(source, target.address)
    page((response) => response.writeHead(410).end(), { path: '/deleted' })
    expect(await mention(source, target.address, later(600_000))).toMatchObject({
      state: 'gone',
      failure: 'deleted',
    })
  })

  test('stays away where staff put it away', async () => {
    const source = page(`<a href="${target.address}">x</a>`)
    const { id } = await mention(source, target.address)
    await putMention(id, 'spam')
    expect(await mention(source, target.address, later(600_000))).toMatchObject({ state: 'spam' })
  })
})

describe('a page that cannot be read', () => {
  test.each([401, 403])('is private where it answers %d', async (status) => {
    const source = page((response) => response.writeHead(status).end(`<a href="${target.address}">`))
    expect(await mention(source, target.address)).toMatchObject({ state: 'gone', failure: 'private' })
  })

  test('is tried again, longer each time, and given up after six tries', async () => {
    const source = page((response) => response.writeHead(503).end())
    let row = await mention(source, target.address)
    expect(row).toMatchObject({ state: 'waiting', attempts: 1, failure: 'unreachable' })
    for (let tries = 2; tries < 6; tries++) row = await verify(row.id)
    expect(row).toMatchObject({ state: 'waiting', attempts: 5 })
    expect(await verify(row.id)).toMatchObject({ state: 'gone', failure: 'unreachable' })
  })

  test('stays mentioned where it could be read before', async () => {
    const source = page(`<a href="${target.address}">x</a>`, { path: '/failing' })
    const { id } = await mention(source, target.address)
    page((response) => response.writeHead(500).end(), { path: '/failing' })
    for (let tries = 1; tries <= 6; tries++) await verify(id)
    expect(await verify(id)).toMatchObject({ state: 'published' })
  })

  test('is never one of our own, wherever a redirect leads', async () => {
    const source = page((response) => response.writeHead(302, { location: target.address }).end())
    expect(await mention(source, target.address)).toMatchObject({ state: 'gone', failure: 'address' })
  })

  test('is not asked for on a private address, wherever a redirect leads', async () => {
    const source = page((response) => response.writeHead(302, { location: 'http://10.0.0.1/' }).end())
    expect(await mention(source, target.address)).toMatchObject({ state: 'gone', failure: 'address' })
  })
})
