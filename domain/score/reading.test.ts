import { describe, expect, it } from 'vitest'
import { fromMarkdown } from '../document/markdown'
import { readDocument } from './reading'

const read = (markdown: string) => readDocument(fromMarkdown(markdown, { figure: () => 7 }))

describe('the reading of a document', () => {
  it('tells kinds of text apart and leads to each', () => {
    const { blocks } = read(
      '## One\n\nTwo.\n\n- three\n\n> four\n>\n> - five\n>\n> -- Six\n\n```\nseven\n```\n\n| eight |\n|---|\n| nine |',
    )
    expect(blocks.map(({ kind, text, path }) => [kind, text, path.join('.')])).toEqual([
      ['heading', 'One', '0'],
      ['paragraph', 'Two.', '1'],
      ['item', 'three', '2.0.0'],
      ['quote', 'four', '3.0'],
      ['quote', 'five', '3.1.0.0'],
      ['caption', 'Six', '3'],
      ['code', 'seven', '4'],
      ['cell', 'eight', '5.0.0.0'],
      ['cell', 'nine', '5.1.0.0'],
    ])
  })

  it('joins what one link says, however its words are stressed', () => {
    const [block] = read('See [the **whole** story](https://news.test/) and `code`.').blocks
    expect(block?.marks).toEqual([
      { kind: 'link', from: 4, to: 19, href: 'https://news.test/' },
      { kind: 'strong', from: 8, to: 13 },
      { kind: 'code', from: 24, to: 28 },
    ])
  })

  it('says of an image which caption is its own', () => {
    const { blocks, images } = read('Text.\n\n![A red door](art:door "The door")')
    expect(images).toEqual([{ alt: 'A red door', credit: '', block: 1 }])
    expect(blocks[1]).toMatchObject({ kind: 'caption', text: 'The door', path: [1] })
  })
})
