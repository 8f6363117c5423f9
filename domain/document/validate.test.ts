import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { ATTRIBUTES } from './attributes'
import { isSafeHref, toHref } from './href'
import { schema } from './schema'
import type { DocumentNode } from './stored'
import { linksIn } from './text'
import { MAX_DEPTH, MAX_NODES, parseDocument } from './validate'

const parse = (...content: unknown[]) => parseDocument({ version: 1, doc: { type: 'doc', content } })
const paragraph = (text: string, marks: DocumentNode['marks'] = []): DocumentNode => ({
  type: 'paragraph',
  content: [{ type: 'text', text, marks }],
})

describe('a safe address', () => {
  it.each([
    'https://a.example/x?y#z',
    'http://a.example',
    'mailto:a@b.example',
    'tel:+1',
    '/about',
    '/',
    '#h-top',
  ])('is %j', (href) => expect(isSafeHref(href)).toBe(true))
  it.each(
    [
      '',
      'javascript:alert(1)',
      'JavaScript:1',
      'java\nscript:1',
      ' javascript:1',
      'data:text/html,x',
      '//evil.example',
    ].concat([
      '/\\evil.example',
      'https:evil',
      'https:///evil',
      'vbscript:x',
      'about',
      'file:///etc',
      'blob:x',
      '/a b',
      '/\t/evil',
    ]),
  )('is not %j', (href) => expect(isSafeHref(href)).toBe(false))

  it('never leaves the site when it begins with a slash', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (rest) => {
        const href = `/${rest}`
        if (isSafeHref(href)) expect(new URL(href, 'https://site.example').host).toBe('site.example')
      }),
      { numRuns: 2000 },
    )
  })
})

describe('a typed address', () => {
  it.each([
    ['example.org/a b', 'https://example.org/a%20b'],
    [' https://a.example ', 'https://a.example/'],
    ['desk@example.org', 'mailto:desk@example.org'],
    ['https://our.example/articles/one#x', '/articles/one#x'],
    ['https://our.example', '/'],
    ['/about', '/about'],
    ['#h-one', '#h-one'],
    ['tel:+1', 'tel:+1'],
    ['javascript:alert(1)', null],
    ['//evil.example', null],
    ['https://', null],
    ['two words', null],
    ['', null],
  ])('%j becomes %j', (typed, href) => expect(toHref(typed, 'https://our.example')).toBe(href))
})

describe('a document', () => {
  it('has a rule for the attributes of every node and mark, and for exactly those', () => {
    const types = { ...schema.nodes, ...schema.marks }
    expect([...ATTRIBUTES.keys()].sort()).toEqual(Object.keys(types).sort())
    const given: Record<string, unknown> = { level: 2, mediaId: 1, href: 'https://a.example' }
    for (const [name, type] of Object.entries(types)) {
      const known = Object.keys(type.spec.attrs ?? {})
      const attrs = Object.fromEntries(known.filter((key) => key in given).map((key) => [key, given[key]]))
      expect(Object.keys(ATTRIBUTES.get(name)?.parse(attrs) ?? {}).sort(), name).toEqual(known.sort())
    }
  })

  it('is stored in normal form', () => {
    expect(parse({ type: 'figure', attrs: { mediaId: 3, caption: ' A\n b ' } })).toEqual({
      kind: 'document',
      document: {
        version: 1,
        doc: {
          type: 'doc',
          content: [{ type: 'figure', attrs: { mediaId: 3, alt: '', caption: 'A b', credit: '' } }],
        },
      },
    })
    expect(parse(paragraph('a\u0000b\ud800c'))).toMatchObject({
      document: { doc: { content: [{ content: [{ text: 'abc' }] }] } },
    })
  })

  it.each<[string, unknown]>([
    ['an unknown node', { type: 'iframe', attrs: { src: 'https://a.example' } }],
    ['a name of every object', { type: 'constructor' }],
    ['an unknown mark', paragraph('x', [{ type: 'textStyle' }])],
    ['an unknown attribute', { type: 'paragraph', attrs: { style: 'color: red' } }],
    ['an unknown field', { type: 'paragraph', onclick: 'x' }],
    ['a title inside the text', { type: 'heading', attrs: { level: 1 } }],
    ['a hostile link', paragraph('x', [{ type: 'link', attrs: { href: 'javascript:alert(1)' } }])],
    ['an embed of a script', { type: 'embed', attrs: { href: 'data:text/html,x' } }],
    ['a figure without an image', { type: 'figure', attrs: {} }],
    ['a list item outside a list', { type: 'listItem', content: [{ type: 'paragraph' }] }],
    ['text outside a block', { type: 'text', text: 'x' }],
    [
      'marks in code',
      { type: 'codeBlock', content: [{ type: 'text', text: 'x', marks: [{ type: 'bold' }] }] },
    ],
    ['nothing at all', null],
  ])('refuses %s', (_, node) => expect(parse(node).kind).toBe('refused'))

  it.each([
    undefined,
    null,
    '',
    [],
    {},
    { version: 2, doc: { type: 'doc' } },
    { version: 1 },
    { version: 1, doc: [] },
  ])('is not %j', (value) => expect(parseDocument(value).kind).toBe('refused'))

  it('has bounds', () => {
    let deep: DocumentNode = { type: 'paragraph' }
    for (let i = 0; i < 100_000; i++) deep = { type: 'blockquote', content: [deep] }
    expect(parse(deep)).toMatchObject({ reason: expect.stringContaining(`deeper than ${MAX_DEPTH}`) })
    expect(parse(...Array.from({ length: MAX_NODES }, () => ({ type: 'paragraph' })))).toMatchObject({
      reason: expect.stringContaining('nodes'),
    })
    expect(parse(paragraph('x'.repeat(3_000_000)))).toMatchObject({
      reason: expect.stringContaining('bytes'),
    })
  })

  it('reads the same when it is read again, and nothing hostile is in it', () => {
    let accepted = 0
    fc.assert(
      fc.property(anyDocument, (value) => {
        const first = parseDocument(value)
        if (first.kind === 'refused') return
        accepted++
        expect(parseDocument(first.document)).toEqual(first)
        for (const { href } of linksIn(first.document)) expect(isSafeHref(href)).toBe(true)
        for (const type of typesIn(first.document.doc))
          expect(schema.nodes[type] ?? schema.marks[type]).toBeTruthy()
      }),
      { numRuns: 500, endOnFailure: true },
    )
    expect(accepted).toBeGreaterThan(100)
  })
})

function typesIn(node: DocumentNode): string[] {
  return [node.type, ...(node.marks ?? []).map(({ type }) => type), ...(node.content ?? []).flatMap(typesIn)]
}

// mostly fine, so that hostile ones hide among what is accepted
const rarely = (arbitrary: fc.Arbitrary<string>) => ({ weight: 1, arbitrary })
const mostly = (arbitrary: fc.Arbitrary<string>) => ({ weight: 30, arbitrary })
const href = fc.oneof(
  mostly(fc.oneof(fc.webUrl(), fc.constantFrom('/about', '#x'))),
  rarely(fc.constantFrom('javascript:alert(1)', '//evil.example', 'data:,x', 'java\tscript:1')),
)
const nameOf = (fine: string[], hostile: string) =>
  fc.oneof(mostly(fc.constantFrom(...fine)), rarely(fc.constant(hostile)))
const marks = fc.array(
  fc.oneof(
    fc.record({ type: nameOf(['bold', 'italic', 'strike', 'code'], 'underline') }),
    fc.record({ type: fc.constant('link'), attrs: fc.record({ href }) }),
  ),
  { maxLength: 3 },
)
const inline = fc.oneof(
  {
    weight: 5,
    arbitrary: fc.record({
      type: fc.constant('text'),
      text: fc.string({ unit: 'binary', minLength: 1 }),
      marks,
    }),
  },
  { weight: 1, arbitrary: fc.record({ type: nameOf(['hardBreak'], 'script') }) },
)
const listItem = (block: fc.Arbitrary<unknown>) =>
  fc.record({
    type: fc.constant('listItem'),
    content: fc.array(block, { maxLength: 2 }).map((rest) => [{ type: 'paragraph' }, ...rest]),
  })
const { block: anyBlock } = fc.letrec<{ block: unknown }>((tie) => ({
  block: fc.oneof(
    { maxDepth: 4 },
    fc.record({ type: fc.constant('paragraph'), content: fc.array(inline, { maxLength: 4 }) }),
    fc.record({ type: fc.constant('embed'), attrs: fc.record({ href, title: fc.string() }) }),
    fc.record({
      type: fc.constant('figure'),
      attrs: fc.record({ mediaId: fc.integer({ min: 1 }), alt: fc.string() }),
    }),
    fc.record({
      type: fc.constant('heading'),
      attrs: fc.record({ level: fc.integer({ min: 2, max: 4 }) }),
      content: fc.array(inline, { maxLength: 2 }),
    }),
    fc.record({
      type: nameOf(['blockquote'], 'iframe'),
      content: fc.array(tie('block'), { minLength: 1, maxLength: 3 }),
    }),
    fc.record({
      type: fc.constant('bulletList'),
      content: fc.array(listItem(tie('block')), { minLength: 1, maxLength: 3 }),
    }),
  ),
}))
const anyDocument = fc.record({
  version: fc.constant(1),
  doc: fc.record({ type: fc.constant('doc'), content: fc.array(anyBlock, { minLength: 1, maxLength: 4 }) }),
})
