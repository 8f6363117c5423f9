import fc from 'fast-check'
import { expect, it } from 'vitest'
import { abridge, ABRIDGED_TO } from './abridge'

it('leaves a usual comment whole', () => {
  expect(abridge('One thought.')).toBe('One thought.')
  expect(abridge('a'.repeat(ABRIDGED_TO))).toHaveLength(ABRIDGED_TO)
})

it('cuts a long one between paragraphs, lines or words, in this order', () => {
  const words = 'word '.repeat(500)
  expect(abridge(`${words}\n\n${words}`)).toBe(`${words.trimEnd()} …`)
  expect(abridge(`${words}\n${words}`)).toBe(`${words.trimEnd()} …`)
  expect(abridge(words.repeat(2))).toMatch(/^(word )+…$/)
})

it('cuts no character in two', () => {
  for (const lead of ['', 'a']) expect(abridge(`${lead}${'🙂'.repeat(ABRIDGED_TO)}`)).toMatch(/^a?🙂+ …$/u)
})

it('is a beginning of bounded length, whatever the text', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', minLength: 2_900, maxLength: 4_000 }), (source) => {
      const cut = abridge(source)
      expect(cut.length).toBeLessThanOrEqual(ABRIDGED_TO + 2)
      expect(source.startsWith(cut.replace(/ …$/, ''))).toBe(true)
      // it throws for half a character
      expect(() => encodeURIComponent(cut)).not.toThrow()
    }),
    { numRuns: 40 },
  )
})
