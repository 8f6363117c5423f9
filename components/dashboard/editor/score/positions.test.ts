import { describe, expect, test } from 'vitest'
import { schema } from '@/domain/document/schema'
import type { DocumentNode } from '@/domain/document/stored'
import { rangeOf } from './positions'

const text = (words: string, ...marks: string[]): DocumentNode => ({
  type: 'text',
  text: words,
  ...(marks.length > 0 && { marks: marks.map((type) => ({ type })) }),
})
const paragraph = (...content: DocumentNode[]): DocumentNode => ({ type: 'paragraph', content })
const cell = (words: string): DocumentNode => ({ type: 'tableCell', content: [paragraph(text(words))] })
const item = (...content: DocumentNode[]): DocumentNode => ({ type: 'listItem', content })
const lineBreak: DocumentNode = { type: 'hardBreak' }

const doc = (...content: DocumentNode[]) => schema.nodeFromJSON({ type: 'doc', content })

/** What the editor would underline for `words` of the block at `path`, which reads `all`. */
function underlined(document: ReturnType<typeof doc>, path: number[], all: string, words: string) {
  const from = all.indexOf(words)
  const range = rangeOf(document, { block: { path, text: all }, from, to: from + words.length })
  return range && document.textBetween(range.from, range.to, undefined, '\n')
}

describe('a passage is found', () => {
  test('in a paragraph after others', () => {
    const document = doc(paragraph(text('One.')), paragraph(), paragraph(text('Two and three.')))
    expect(underlined(document, [2], 'Two and three.', 'three')).toBe('three')
  })

  test('across marks', () => {
    const document = doc(paragraph(text('A '), text('strong', 'bold'), text(' word')))
    expect(underlined(document, [0], 'A strong word', 'strong word')).toBe('strong word')
  })

  test('on either side of a line break, and across it', () => {
    const document = doc(paragraph(text('Above'), lineBreak, text('below it')))
    const all = 'Above\nbelow it'
    for (const words of ['Above', 'below', 'it', 'Above\nbelow'])
      expect(underlined(document, [0], all, words)).toBe(words)
  })

  test('after emoji and letters outside the basic plane', () => {
    const all = '👩‍👩‍👧 read 𝔄𝔅 and It 🙂.'
    const document = doc(paragraph(text('Before 🙂')), paragraph(text(all)))
    for (const words of ['It', '𝔄𝔅', '🙂', '.']) expect(underlined(document, [1], all, words)).toBe(words)
  })

  test('in a list within a list, a quotation and a heading', () => {
    const list = {
      type: 'bulletList',
      content: [
        item(paragraph(text('Outer')), { type: 'orderedList', content: [item(paragraph(text('Inner')))] }),
      ],
    }
    const quote = { type: 'blockquote', content: [paragraph(text('First')), paragraph(text('Second'))] }
    const heading = { type: 'heading', attrs: { level: 2 }, content: [text('Head')] }
    const document = doc(list, quote, heading)
    expect(underlined(document, [0, 0, 1, 0, 0], 'Inner', 'Inner')).toBe('Inner')
    expect(underlined(document, [1, 1], 'Second', 'cond')).toBe('cond')
    expect(underlined(document, [2], 'Head', 'Head')).toBe('Head')
  })

  test('in a cell of a table', () => {
    const row = (...words: string[]) => ({ type: 'tableRow', content: words.map(cell) })
    const document = doc(paragraph(text('Figures')), {
      type: 'table',
      content: [row('a', 'b'), row('c', 'the last')],
    })
    expect(underlined(document, [1, 1, 1, 0], 'the last', 'last')).toBe('last')
  })
})

describe('a figure', () => {
  const figure = { type: 'figure', attrs: { mediaId: 3, alt: '', caption: 'A field', credit: '' } }

  test('is meant as a whole, whichever of its words', () => {
    const document = doc(paragraph(text('Before')), figure, paragraph(text('After')))
    const range = rangeOf(document, { block: { path: [1], text: 'A field' }, from: 0, to: 0 })
    expect(range).toEqual({ from: 8, to: 9, isNode: true })
  })

  test('does not move what stands after it', () => {
    const document = doc(figure, paragraph(text('After it')))
    expect(underlined(document, [1], 'After it', 'it')).toBe('it')
  })
})

describe('nothing is underlined', () => {
  const document = doc(paragraph(text('As it is')))

  test.each([
    ['where the text has changed', { block: { path: [0], text: 'As it was' }, from: 0, to: 2 }],
    ['where the block is gone', { block: { path: [1], text: 'As it is' }, from: 0, to: 2 }],
    ['where no block is meant', { block: undefined, from: 0, to: 2 }],
    ['beyond the end', { block: { path: [0], text: 'As it is' }, from: 6, to: 9 }],
    ['where nothing is quoted', { block: { path: [0], text: 'As it is' }, from: 3, to: 3 }],
  ])('%s', (_, passage) => {
    expect(rangeOf(document, passage)).toBeNull()
  })
})
