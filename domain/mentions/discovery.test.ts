import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { endpointOf } from './discovery'
import { linksOf } from './link-header'

const url = 'https://peer.example/posts/1?full=1'
const find = ({ link = '', xPingback = '', html = null as string | null, at = url }) =>
  endpointOf({ url: at, link, xPingback, html })
const byHeader = (link: string) => find({ link })?.url
const inHtml = (html: string) => find({ html })?.url
const HERE = 'https://peer.example/wm'

describe('by the header', () => {
  test.each([
    ['unquoted', '</wm>; rel=webmention'],
    ['quoted', '</wm>; rel="webmention"'],
    ['in capitals', '</wm>; REL="WebMention"'],
    ['one of several relations', '</wm>; rel="other webmention more"'],
    ['behind other parameters', '</wm>; title="a, <b>; \\"c\\""; rel=webmention'],
    ['with space around', ' < /wm>;  rel = "webmention" '.replace('< ', '<')],
    ['the first of several links', '</x>; rel=other, </wm>; rel=webmention, </y>; rel=webmention'],
    ['absolute', '<https://peer.example/wm>; rel=webmention'],
    ['relative to the page', '<../wm>; rel=webmention'],
    ['about this very page', '</wm>; rel=webmention; anchor="#top"'],
  ])('%s', (_how, link) => {
    expect(byHeader(link)).toBe(HERE)
  })

  test.each([
    ['a relation that only looks like it', '</wm>; rel=webmentions'],
    ['the second of two relations', '</wm>; rel=other; rel=webmention'],
    ['a link about another page', '</wm>; rel=webmention; anchor="/other"'],
    ['no address', 'rel=webmention'],
    ['an address without an end', '</wm; rel=webmention'],
  ])('not: %s', (_how, link) => {
    expect(byHeader(link)).toBeUndefined()
  })

  test('an empty address is the page, and a query is kept', () => {
    expect(byHeader('<>; rel=webmention')).toBe(url)
    expect(byHeader('</wm?key=a%20b&x>; rel=webmention')).toBe('https://peer.example/wm?key=a%20b&x')
  })

  test('any header is read to its end', () => {
    fc.assert(fc.property(fc.string(), (header) => void linksOf(header)))
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...'<>;,="\\ arel') }), (header) => void linksOf(header)),
    )
  })
})

describe('in the page', () => {
  test.each([
    ['by a link', '<link rel="webmention" href="/wm">'],
    ['by a link in the body', '<body><p><link rel=webmention href=/wm></body>'],
    ['by an anchor', '<a href="/wm" rel="webmention">here</a>'],
    ['in capitals', '<LINK REL="Webmention" HREF="/wm">'],
    ['one of several relations', '<a rel="nofollow\n webmention" href="/wm">'],
    ['the first in the document', '<a rel=webmention href=/wm></a><link rel=webmention href=/x>'],
    ['after one without an address', '<link rel=webmention><a rel=webmention href=/wm>'],
    ['with entities', '<a rel=webmention href="https://peer.example&#47;wm">'],
    [
      'relative to the base, wherever that stands',
      '<link rel=webmention href=wm><base href="/"><base href=/x/>',
    ],
    ['beside a comment', '<!-- <link rel=webmention href=/x> --><link rel=webmention href=/wm>'],
    ['beside escaped text', '<p>&lt;a rel=webmention href=/x&gt;</p><a rel=webmention href=/wm>'],
    ['beside a template', '<template><a rel=webmention href=/x></a></template><a rel=webmention href=/wm>'],
    ['beside a script', '<script>"<a rel=webmention href=/x>"</script><a rel=webmention href=/wm>'],
    ['beside a text field', '<textarea><a rel=webmention href=/x></textarea><a rel=webmention href=/wm>'],
    ['beside a style', '<style><a rel=webmention href=/x></style><a rel=webmention href=/wm>'],
    ['where the page breaks off', '<p><a rel=webmention href=/wm><b>and so'],
  ])('%s', (_how, html) => {
    expect(inHtml(html)).toBe(HERE)
  })

  test.each([
    ['other relations', '<a rel="webmentions" href="/wm">'],
    ['other elements', '<area rel=webmention href=/wm><form rel=webmention href=/wm>'],
    ['no address', '<link rel=webmention>'],
    ['comments', '<!-- <a rel=webmention href=/wm> -->'],
    ['escaped text', '<code>&lt;link rel="webmention" href="/wm"&gt;</code>'],
    ['nothing', ''],
  ])('not by %s', (_how, html) => {
    expect(inHtml(html)).toBeUndefined()
  })

  test('an empty address is the page', () => {
    expect(inHtml('<link rel=webmention href="">')).toBe(url)
  })
})

test('the header comes before the page, and webmention before pingback', () => {
  const html = '<link rel=pingback href=/ping><a rel=webmention href=/html>'
  expect(find({ link: '</wm>; rel=webmention', xPingback: '/x', html })?.url).toBe(HERE)
  expect(find({ xPingback: '/x', html })).toEqual({
    protocol: 'webmention',
    url: 'https://peer.example/html',
  })
})

test('pingback is found by its header, then by a link', () => {
  const html = '<a rel=pingback href=/a><link rel=pingback href="https://peer.example/ping?a=1&amp;b=2">'
  expect(find({ html })).toEqual({ protocol: 'pingback', url: 'https://peer.example/ping?a=1&b=2' })
  expect(find({ xPingback: ' https://peer.example/x ', html })?.url).toBe('https://peer.example/x')
  expect(find({})).toBeNull()
})
