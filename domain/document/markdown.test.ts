import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fromMarkdown } from './markdown'
import { headings, linksIn, mediaIdsIn, plainText } from './text'
import { parseDocument } from './validate'

const art: Record<string, number> = { 'art:grid': 7, 'art:orbit': 8 }
const read = (markdown: string) => fromMarkdown(markdown, { figure: (src) => art[src] ?? null })
const blocks = (markdown: string) => read(markdown).doc.content ?? []

describe('Markdown as a document', () => {
  it('keeps headings below the title', () => {
    expect(headings(read('# One\n\n## Two\n\n###### Six')).map(({ level }) => level)).toEqual([2, 2, 4])
  })

  it('makes figures of images, with the title as caption, wherever they stand', () => {
    const content = blocks('Before ![A grid](art:grid "Seen from above") after\n\n- item ![B](art:orbit)')
    expect(content.map(({ type }) => type)).toEqual(['paragraph', 'figure', 'paragraph', 'bulletList'])
    expect(content[1]?.attrs).toEqual({ mediaId: 7, alt: 'A grid', caption: 'Seen from above', credit: '' })
    expect(mediaIdsIn(read('![A](art:grid)\n\n> ![B](art:orbit)\n\n![A](art:grid)'))).toEqual([7, 8])
  })

  it('leaves the words of an image that is not known', () => {
    expect(plainText(read('See ![the plan](https://elsewhere.example/x.png) here'))).toBe('See the plan here')
  })

  it('reads a table with its header and alignment', () => {
    const [table] = blocks('| Name | Sum |\n| --- | ---: |\n| A | 1 |\n| B |')
    const rows = table?.content ?? []
    expect(rows.map((row) => row.content?.map(({ type }) => type))).toEqual([
      ['tableHeader', 'tableHeader'],
      ['tableCell', 'tableCell'],
      ['tableCell', 'tableCell'],
    ])
    expect(rows[1]?.content?.[1]?.attrs).toMatchObject({ align: 'right' })
  })

  it('takes the last line of a quote as its source', () => {
    expect(blocks('> Build less.\n>\n> -- Ada Obi, engineer')[0]).toMatchObject({
      type: 'blockquote',
      attrs: { citation: 'Ada Obi, engineer' },
      content: [{ type: 'paragraph' }],
    })
  })

  it('offers a bare address as an embed', () => {
    expect(blocks('<https://film.example/42>')[0]).toEqual({
      type: 'embed',
      attrs: { href: 'https://film.example/42', title: '' },
    })
  })

  it('drops an unsafe link and keeps its words', () => {
    const document = read('[press](javascript:alert(1)) and [this](//evil.example) and [ours](/about)')
    expect(plainText(document)).toBe('press and this and ours')
    expect(linksIn(document).map(({ href }) => href)).toEqual(['/about'])
  })

  it('shows HTML as the text it is', () => {
    expect(plainText(read('<script>alert(1)</script>\n\nA <b>b</b>'))).toBe(
      '<script>alert(1)</script>\n\nA <b>b</b>',
    )
  })

  it('makes a valid document of anything', () => {
    const fragment = fc.constantFrom(
      ...[
        '# ',
        '> ',
        '- ',
        '1. ',
        '    ',
        '```\n',
        '|a|b|\n|-|-|\n',
        '|',
        '\n',
        '\n\n',
        '**',
        '_',
        '`',
        '~~',
        '<b>',
      ],
      ...[
        '[x](',
        ')',
        '![x](art:grid)',
        '<https://a.example>',
        'javascript:alert(1)',
        '\\',
        '  \n',
        '---\n',
        'word',
      ],
    )
    const markdown = fc.array(fc.oneof(fragment, fc.string({ unit: 'binary', maxLength: 6 })), {
      maxLength: 20,
    })
    fc.assert(
      fc.property(markdown, (parts) => {
        const document = read(parts.join(''))
        expect(parseDocument(document)).toEqual({ kind: 'document', document })
      }),
      { numRuns: 100, endOnFailure: true },
    )
  })
})
