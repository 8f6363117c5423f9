import { describe, expect, it } from 'vitest'
import { parseSection, SECTION_KINDS } from './sections'

const hero = {
  headline: 'A good sentence.',
  emphasis: 'good',
  lede: 'And another.',
  art: { kind: 'hub', seed: 1 },
}

describe('parseSection', () => {
  it('names the section by its kind', () => {
    expect(parseSection('hero', hero)).toEqual({ kind: 'hero', data: hero })
  })

  it.each(SECTION_KINDS)('refuses %s without its fields', (kind) => {
    expect(() => parseSection(kind, {})).toThrow()
  })

  it('refuses a kind that does not exist', () => {
    expect(() => parseSection('carousel', hero)).toThrow()
  })

  it('refuses an emphasis that is not in the headline', () => {
    expect(() => parseSection('hero', { ...hero, emphasis: 'bad' })).toThrow()
  })

  it('refuses strings and lists without bounds', () => {
    expect(() => parseSection('hero', { ...hero, headline: 'a'.repeat(161), emphasis: 'a' })).toThrow()
    const item = { quote: 'Yes.', name: 'A', role: 'B' }
    expect(() => parseSection('quotes', { items: Array(7).fill(item) })).toThrow()
  })

  it.each([0, 13, 1.5])('refuses to list %d articles', (count) => {
    expect(() => parseSection('articles', { title: 'Articles', note: '', count })).toThrow()
  })
})
