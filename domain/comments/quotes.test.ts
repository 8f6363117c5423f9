import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { finderIn, fragmentOf, leadingQuote, locate, type Passage } from './quotes'

const ARTICLE = `A model can be turned off; a habit can’t.

We asked “who owns the weights?” — nobody answered.

The second half says it again: a habit can’t.`

describe('the quote that a comment begins with', () => {
  test.each([
    ['> One line\n\nMy answer', 'One line'],
    ['> One line\n> and another\nMy answer', 'One line\nand another'],
    ['   >without a space', 'without a space'],
    ['> > deeper', '> deeper'],
  ])('%j', (source, quote) => expect(leadingQuote(source)).toBe(quote))

  test.each([
    ['My answer\n\n> One line'],
    ['>'],
    ['> \n> '],
    [''],
    [`> ${'a'.repeat(3_000)}`],
    ['    > code'],
  ])('none: %.40j', (source) => expect(leadingQuote(source)).toBeNull())
})

describe('a passage', () => {
  test.each([
    ['as it is', 'who owns the weights?', 'who owns the weights?'],
    [
      'in straight quotation marks',
      'a model'.replace('a', 'A') + " can be turned off; a habit can't",
      'A model can be turned off; a habit can’t',
    ],
    ['between quotation marks and dots', '“… owns the weights?” …', 'owns the weights?'],
    ['over two paragraphs', "a habit can't.\nWe asked", 'a habit can’t.\n\nWe asked'],
    ['with another dash and wider spaces', 'weights?"  -  nobody', 'weights?” — nobody'],
    ['with marks that nobody sees', 'no\u200bbody ans\u00adwered', 'nobody answered'],
  ])('is found %s', (_how, quote, exact) => {
    const found = locate(quote, ARTICLE)
    expect(found?.exact).toBe(exact)
    expect(ARTICLE.startsWith(exact, found?.start)).toBe(true)
  })

  test.each(['who owns the model weights?', 'a habit', '', '“…”'])('%j is none', (quote) =>
    expect(locate(quote, ARTICLE)).toBeNull(),
  )

  it('comes with the words around it, of its own paragraph', () => {
    expect(locate('who owns the weights', ARTICLE)).toMatchObject({
      prefix: 'We asked “',
      suffix: '?” — nobody answered.',
    })
  })

  it('is found wherever it was copied from, at its place, and stays found', () => {
    const words = fc.array(fc.stringMatching(/^[a-zäß“”’—-]{1,9}$/u), { minLength: 8, maxLength: 40 })
    fc.assert(
      fc.property(words, fc.nat(), fc.constantFrom(' ', '\n', '  \t', '\u00a0'), (all, from, space) => {
        const text = all.join(' ')
        const quote = all.slice(from % 4, (from % 4) + 4).join(space)
        const found = locate(quote, text)
        if (!found) return
        expect(text.slice(found.start, found.start + found.exact.length)).toBe(found.exact)
        expect(finderIn(text)(found)).toBe(true)
        expect(finderIn(`Before. ${text}`)(found)).toBe(true)
      }),
    )
  })

  it('that an article no longer says is not found', () => {
    const found = locate('nobody answered', ARTICLE)
    expect(found && finderIn(ARTICLE.replace('nobody', 'Mara'))(found)).toBe(false)
  })

  it('costs little to look for, whatever is quoted', () => {
    const began = performance.now()
    locate('ab '.repeat(600), 'ab '.repeat(100_000))
    expect(performance.now() - began).toBeLessThan(1_000)
  })
})

describe('its address', () => {
  const of = (passage: Partial<Passage>) => fragmentOf({ exact: '', prefix: '', suffix: '', ...passage })

  it('names a usual passage whole', () => {
    expect(of({ exact: 'A model can be turned off; a habit can’t, well-known & all' })).toBe(
      '#:~:text=A%20model%20can%20be%20turned%20off%3B%20a%20habit%20can%E2%80%99t%2C%20well%2Dknown%20%26%20all',
    )
  })

  it('names a short one with the whole words around it', () => {
    expect(of({ exact: 'of the weights', prefix: 'lf a word and one', suffix: ' at the time of wri' })).toBe(
      '#:~:text=a%20word%20and%20one-,of%20the%20weights,-at%20the%20time%20of',
    )
  })

  it('names the ends of one that is long or goes over paragraphs', () => {
    expect(of({ exact: 'one two three four five six.\n\nseven eight nine ten eleven' })).toBe(
      '#:~:text=one%20two%20three%20four%20five,seven%20eight%20nine%20ten%20eleven',
    )
  })

  it('is an address, whatever is quoted', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.string({ unit: 'binary' }), (exact, around) => {
        const fragment = of({ exact: `${exact}\ud800`, prefix: around, suffix: around })
        expect(fragment).toMatch(/^#:~:text=[\w.!~*'()%,-]*$/)
      }),
      { numRuns: 50 },
    )
  })
})
