import { describe, expect, it } from 'vitest'
import { fromMarkdown } from './markdown'
import { countWords, headings, isEmpty, linksIn, plainText, readingMinutes } from './text'

const read = (markdown: string) => fromMarkdown(markdown, { figure: () => 1 })

describe('the text of a document', () => {
  it('is what a reader reads, block by block', () => {
    const document = read(
      '## A\n\nOne **two**\\\nthree\n\n![alt](a "Caption")\n\n> Four\n>\n> -- Five\n\n- six\n- seven',
    )
    expect(plainText(document)).toBe('A\n\nOne two\nthree\n\nCaption\n\nFour\n\nFive\n\nsix\n\nseven')
  })

  it.each([
    ['', 0],
    ['One well-known word: don’t', 4],
    ['3.5 million, in 2024…', 4],
    ['— * —', 0],
    ['naïve Straße Здравствуйте', 3],
    ['cafe\u0301 bar', 2],
    ['東京都に住む', 4],
  ])('%j has %i words', (text, count) => expect(countWords(text)).toBe(count))

  it('is read in at least a minute', () => {
    expect([0, 230, 900].map(readingMinutes)).toEqual([1, 1, 4])
  })

  it('is empty without words, images and embeds', () => {
    expect(isEmpty(read('***\n\n- '))).toBe(true)
    expect(isEmpty(read('word'))).toBe(false)
    expect(isEmpty(read('![](x)'))).toBe(false)
  })

  it('has headings with ids of their own', () => {
    const ids = headings(read('## Comments\n\n### Was nun? Größe\n\n## Comments\n\n## …\n\n## ')).map(
      ({ id }) => id,
    )
    expect(ids).toEqual(['h-comments', 'h-was-nun-größe', 'h-comments-2', 'h-section'])
  })
})

describe('the links of a document', () => {
  it('are counted in order, each with the words around it', () => {
    const links = linksIn(
      read('See [the **first** part](/articles/one), then [two](https://a.example/).\n\n- [x](/y)'),
    )
    expect(links).toEqual([
      { position: 0, href: '/articles/one', quote: 'See the first part, then two.' },
      { position: 1, href: 'https://a.example/', quote: 'See the first part, then two.' },
      { position: 2, href: '/y', quote: 'x' },
    ])
  })

  it('are quoted between words', () => {
    const filler = 'lorem ipsum dolor sit amet '.repeat(12)
    for (const markdown of [`${filler}[here](/x) ${filler}`, `[here](/x) ${filler}`, `${filler}[here](/x)`]) {
      const quote = linksIn(read(markdown))[0]?.quote ?? ''
      expect(quote.length).toBeLessThanOrEqual(164)
      expect(quote.length).toBeGreaterThan(130)
      expect(quote).toContain('here')
      expect(
        quote
          .replace(/…/g, '')
          .trim()
          .split(' ')
          .every((word) => `here ${filler}`.split(' ').includes(word)),
      ).toBe(true)
    }
  })
})
