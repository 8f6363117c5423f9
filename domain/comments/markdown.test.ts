import fc from 'fast-check'
import { Parser } from 'htmlparser2'
import { describe, expect, it, test } from 'vitest'
import { COMMENT_MAX } from './input'
import { commentText, renderComment } from './markdown'

const a = (href: string, text = href) => `<a href="${href}" rel="nofollow ugc noopener">${text}</a>`

describe('a comment may hold', () => {
  test.each([
    ['paragraphs', 'one\n\ntwo', '<p>one</p><p>two</p>'],
    ['line breaks as they were typed', 'one\ntwo', '<p>one<br>\ntwo</p>'],
    [
      'emphasis',
      '*one* **two** ***three***',
      '<p><em>one</em> <strong>two</strong> <em><strong>three</strong></em></p>',
    ],
    ['links', '[one](https://a.example/b)', `<p>${a('https://a.example/b', 'one')}</p>`],
    ['addresses in the text', 'See https://a.example/b.', `<p>See ${a('https://a.example/b')}.</p>`],
    ['addresses in angle brackets', '<https://a.example>', `<p>${a('https://a.example')}</p>`],
    ['code in a line', '`a < b`', '<p><code>a &#x3C; b</code></p>'],
    ['fenced code', '```js\na < b\n```', '<pre><code>a &#x3C; b\n</code></pre>'],
    ['quotes', '> one\n> two\n\nthree', '<blockquote><p>one<br>\ntwo</p></blockquote><p>three</p>'],
    ['lists', '- one\n- two', '<ul><li>one</li><li>two</li></ul>'],
    ['numbered lists', '3. one\n4. two', '<ol start="3"><li>one</li><li>two</li></ol>'],
  ])('%s', (_what, source, html) => {
    expect(renderComment(source)).toBe(html)
  })
})

describe('as plain text stand', () => {
  test.each([
    ['HTML', '<b>bold</b>', '<p>&#x3C;b>bold&#x3C;/b></p>'],
    ['headings', '# one', '<p># one</p>'],
    ['underlines', 'one\n---', '<p>one</p><p>---</p>'],
    ['addresses without a scheme', 'www.a.example //b.example', '<p>www.a.example //b.example</p>'],
    ['mail addresses', '<a@b.example> a@b.example', '<p>&#x3C;a@b.example> a@b.example</p>'],
    ['references', '[one]\n\n[one]: x', '<p>[one]</p><p>[one]: x</p>'],
  ])('%s', (_what, source, html) => {
    expect(renderComment(source)).toBe(html)
  })

  it('an image is the link to it', () => {
    expect(renderComment('![cat](https://a.example/c.png)')).toBe(
      `<p>${a('https://a.example/c.png', 'cat')}</p>`,
    )
    expect(renderComment('[![cat](https://a.example/c.png)](https://b.example)')).toBe(
      `<p>${a('https://b.example', 'cat')}</p>`,
    )
  })

  it('quotes nested beyond reason keep their words', () => {
    const html = renderComment(`${'>'.repeat(5000)} deep`)
    expect(html).toContain('deep')
    expect(html.match(/<blockquote>/g)).toHaveLength(8)
  })
})

const ALLOWED = new Set(['p', 'br', 'em', 'strong', 'a', 'code', 'pre', 'blockquote', 'ul', 'ol', 'li'])

/** What a browser would find in the HTML that a comment must not have, and how deep it goes. */
function inspect(html: string) {
  const foreign: string[] = []
  let depth = 0
  let deepest = 0
  const parser = new Parser({
    onopentag(name, { href, rel, start, ...others }) {
      deepest = Math.max(deepest, ++depth)
      if (!ALLOWED.has(name) || Object.keys(others).length > 0)
        foreign.push(`<${name} ${JSON.stringify(others)}>`)
      if (name === 'a' && (!/^https?:\/\//.test(href ?? '') || rel !== 'nofollow ugc noopener'))
        foreign.push(`${href}`)
      if (start !== undefined && (name !== 'ol' || !/^\d+$/.test(start))) foreign.push(`start=${start}`)
    },
    onclosetag() {
      depth--
    },
    oncomment: (comment) => foreign.push(comment),
    onprocessinginstruction: (name) => foreign.push(name),
  })
  parser.end(html)
  return { foreign, deepest }
}

const SCRIPTS = [
  'javascript:alert(1)',
  'JaVaScRiPt:alert(1)',
  'java\tscript:alert(1)',
  'javascript&colon;alert(1)',
]
const ADDRESSES = [
  ...SCRIPTS,
  '&#106;avascript:alert(1)',
  '\u0001javascript:alert(1)',
  'vbscript:msgbox(1)',
  'data:text/html,<script>alert(1)</script>',
  'data:text/html;base64,PHNjcmlwdD4=',
  '//evil.example',
  '/relative',
  'blob:https://a.example/1',
  'file:///etc/passwd',
  'https://a.example/"onmouseover="alert(1)',
  "https://a.example/'onmouseover='alert(1)",
  'https://a.example/><script>alert(1)</script>',
]
const ELEMENTS = [
  '<script>alert(1)</script>',
  '<img src=x onerror=alert(1)>',
  '<svg/onload=alert(1)>',
  '<iframe srcdoc="<script>alert(1)</script>">',
  '<a href="javascript:alert(1)">x</a>',
  '<math><mtext><table><mglyph><style><!--</style><img title="--&gt;&lt;img src=1 onerror=alert(1)&gt;">',
  '<noscript><p title="</noscript><img src=x onerror=alert(1)>">',
  '<!--><script>alert(1)</script>-->',
  '<![CDATA[<script>alert(1)</script>]]>',
  '<?xml version="1.0"?><script>alert(1)</script>',
  '</p></div></body><script>alert(1)</script>',
  '<style>*{background:url(//evil.example)}</style>',
  '<form action=//evil.example><input type=submit>',
  '<meta http-equiv=refresh content="0;url=//evil.example">',
  '&lt;script&gt;alert(1)&lt;/script&gt;',
  '&#60;script&#62;alert(1)&#60;/script&#62;',
  '<scr\0ipt>alert(1)</scr\0ipt>',
  '＜script＞alert(1)＜/script＞',
]
const PAYLOADS = [
  ...ELEMENTS,
  ...ELEMENTS.flatMap((payload) => [
    `> ${payload}`,
    `- ${payload}`,
    `*${payload}*`,
    `\`${payload}\``,
    `\`\`\`${payload}\n${payload}\n\`\`\``,
    `    ${payload}`,
    `[${payload}](https://a.example)`,
    `![${payload}](https://a.example)`,
    `[x](https://a.example "${payload}")`,
  ]),
  ...ADDRESSES.flatMap((address) => [
    `[x](${address})`,
    `[x](<${address}>)`,
    `![x](${address})`,
    `<${address}>`,
    `[x]: ${address}\n\n[x]`,
    `[![x](${address})](${address})`,
  ]),
]

describe('nothing of a stranger runs', () => {
  it('there are payloads enough', () => expect(PAYLOADS.length).toBeGreaterThan(200))

  test.each(PAYLOADS)('%j', (payload) => {
    expect(inspect(renderComment(payload)).foreign).toEqual([])
  })

  it('whatever is put together from Markdown and HTML', () => {
    const piece = fc.oneof(
      fc.constantFrom(
        '<',
        '>',
        '"',
        "'",
        '&',
        '[',
        ']',
        '(',
        ')',
        '!',
        '*',
        '_',
        '`',
        '~',
        '\\',
        '\n',
        ' ',
        '-',
        '1.',
      ),
      fc.constantFrom(...PAYLOADS),
      fc.string({ unit: 'grapheme' }),
    )
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 30 }), (pieces) => {
        expect(inspect(renderComment(pieces.join(''))).foreign).toEqual([])
      }),
    )
  })
})

describe('hostile input of full length', () => {
  const fill = (pattern: string) =>
    pattern.repeat(Math.ceil(COMMENT_MAX / pattern.length)).slice(0, COMMENT_MAX)
  const around = (before: string, after: string) =>
    before.repeat(COMMENT_MAX / 2 / before.length) + after.repeat(COMMENT_MAX / 2 / after.length)

  test.each(['*_', '***a', '[', '![', '[a](', '> ', '- a\n', 'a\n', 'http://a.b/('])(
    '%j over and over is read in bounded time and depth',
    (pattern) => {
      const began = performance.now()
      const html = renderComment(fill(pattern))
      // a quadratic parser takes minutes for some of these
      expect(performance.now() - began).toBeLessThan(5000)
      expect(inspect(html).deepest).toBeLessThan(64)
    },
  )

  test.each([
    ['*a ', ' a*'],
    ['**a ', ' a**'],
    ['[a ', '](https://b.example)'],
    ['![a ', '](https://b.example)'],
  ])('%j around itself is cut down to a depth that a browser bears', (before, after) => {
    expect(inspect(renderComment(around(before, after))).deepest).toBeLessThan(64)
  })
})

test.each([
  ['*one* **two** `three`', 'one two three'],
  ['one\ntwo\n\n> three\n\n- four\n- five', 'one two three four five'],
  ['[one](https://a.example) ![two](https://a.example/b.png) <b>', 'one two <b>'],
  ['```\none\n```\n\n---\n\n&amp; two', 'one & two'],
  ['\\*one\\*', '*one*'],
])('the words of %j are %j', (source, words) => {
  expect(commentText(source)).toBe(words)
})
