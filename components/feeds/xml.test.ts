import fc from 'fast-check'
import { SaxesParser } from 'saxes'
import { describe, expect, it } from 'vitest'
import { leaf, toXml, xml } from './xml'

/** The texts and the attributes called `a`, as a strict parser reads them. Throws where the document is not well-formed. */
function read(document: string): { text: string; attribute: string } {
  const parser = new SaxesParser()
  const found = { text: '', attribute: '' }
  let depth = 0
  parser.on('opentag', ({ attributes }) => {
    depth++
    found.attribute += attributes['a'] ?? ''
  })
  parser.on('closetag', () => depth--)
  parser.on('text', (text) => {
    if (depth > 0) found.text += text
  })
  parser.on('error', (error) => {
    throw error
  })
  parser.write(document).close()
  return found
}

const both = (value: string) => read(toXml(xml('root', { a: value }, value)))
const seen = (value: string) => ({ text: value, attribute: value })

// the production Char of XML 1.0
const isSayable = (code: number) =>
  [0x9, 0xa, 0xd].includes(code) ||
  (code >= 0x20 && code < 0xd800) ||
  (code >= 0xe000 && code < 0xfffe) ||
  code > 0xffff

describe('XML', () => {
  it.each([
    ['markup', '<b>&amp;</b> "quoted" and \'quoted\''],
    ['the end of a CDATA section', 'a ]]> b'],
    ['a comment', '<!-- -- -->'],
    ['emoji', '👩🏽‍🚀 🇺🇦'],
    ['right-to-left text', 'שלום עולם ‏مرحبا'],
    ['tabs and line breaks', 'a\tb\nc\r\nd'],
    ['an empty string', ''],
  ])('carries %s unchanged', (_, value) => expect(both(value)).toEqual(seen(value)))

  it('leaves out what it cannot say', () => {
    expect(both('a\u0000b\u0008c\u001bd\ufffee\uffff\ud800f\udc00g')).toEqual(seen('abcdefg'))
  })

  it('is well-formed and loses nothing else, whatever it is given', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (value) => {
        const kept = [...value].filter((character) => isSayable(character.codePointAt(0) ?? 0)).join('')
        expect(both(value)).toEqual(seen(kept))
      }),
      { numRuns: 300 },
    )
  })

  it('leaves out children that are null', () => {
    expect(toXml(xml('a', {}, leaf('b', 1), null))).toBe(
      '<?xml version="1.0" encoding="utf-8"?>\n<a><b>1</b></a>\n',
    )
  })
})
