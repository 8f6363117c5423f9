import { describe, expect, test } from 'vitest'
import { subjectOf } from '../fixtures'
import { score } from '../score'
import type { Subject } from '../subject'
import { damagedPlaces } from './rules'
import { damageIn } from './signs'

const BEFORE = `AI is changing how small firms buy software. An AI startup from Leeds sells AI models by the hour.

Whoever writes about centralized AI should read the contract first, said the founder of Stability AI.`
const AFTER = BEFORE.replaceAll(/\bAI\b/g, 'It')

const found = (markdown: string, fields: Partial<Subject> = {}) =>
  damagedPlaces(subjectOf(markdown, fields)).map(({ quote, instead }) => [quote, instead])

describe('a word replaced through the text', () => {
  const previous = subjectOf(BEFORE).blocks

  test('each place is found by what readers read before, also where a sentence begins', () => {
    expect(found(AFTER, { previous })).toEqual(Array(5).fill(['It', 'AI']))
  })

  test('a rename that leaves no odd text is nobody’s damage', () => {
    const renamed = BEFORE.replaceAll('AI', 'software')
    expect(damageIn(subjectOf(renamed.replaceAll('An s', 'A s'), { previous })).sweep).toEqual([])
  })

  test('words that hold the replaced word are given back as they were', () => {
    const before = 'The cat, a cat and one more cat share a category.'
    const after = before.replaceAll('cat', 'dog')
    expect(found(after, { previous: subjectOf(before).blocks })).toEqual([['dogegory', 'category']])
  })

  test.each([
    ['Ask the IT desk first.', 'Ask the it desk first.', 'IT'],
    ['Each client gets a report.', 'Each clients gets a report.', 'client'],
    ['That is my opinion.', 'That is me opinion.', 'my'],
    ['An indication came.', 'An indidogion came.', 'indication'],
  ])('one word is enough where nobody writes so on purpose: %s', (before, after, instead) => {
    expect(found(after, { previous: subjectOf(before).blocks }).map(([, was]) => was)).toEqual([instead])
  })

  test('words that an editor mended, or chose anew, are no damage', () => {
    const before = 'Ask the it desk first. Each clients gets me report, and AI is new.'
    const after = 'Ask the IT desk first. Each client gets my report, and it is new.'
    expect(found(after, { previous: subjectOf(before).blocks })).toEqual([])
  })

  test('a new name that the title does not know is a rename half done', () => {
    const before = 'Kestrel Bank left. Nobody at Kestrel Bank spoke, and Kestrel Bank is gone.'
    const after = before.replaceAll('Kestrel', 'Osprey')
    const previous = subjectOf(before).blocks
    expect(found(after, { previous, title: 'Kestrel Bank leaves' })).toEqual(
      Array(3).fill(['Osprey', 'Kestrel']),
    )
    expect(found(after, { previous, title: 'Osprey Bank leaves' })).toEqual([])
  })

  test('a name given its plural or its possessive with the rest is no damage', () => {
    const before = 'Acme sells tools. Acme’s tools last. Acme says so, and Acme knows.'
    const after = before.replaceAll('Acme', 'Northwind')
    expect(found(after, { previous: subjectOf(before).blocks })).toEqual([])
  })
})

describe('without an older text', () => {
  test('the title says what stood there', () => {
    const places = damagedPlaces(subjectOf(AFTER, { title: 'Stability AI CEO resigns' }))
    expect(places.map(({ quote }) => quote)).toEqual(['It', 'It', 'It', 'It'])
    expect(places.filter(({ mend, instead }) => `${mend} ${instead}`.includes('AI'))).toHaveLength(4)
  })

  test('the last of them is found behind a name, while the others were mended', () => {
    const title = 'Stability AI CEO resigns'
    const text = 'Stability AI is for sale. Two founders of Inflection It were leaving.'
    expect(found(text, { title })).toEqual([['It', undefined]])
  })

  test('one place that is certain tells what the others were', () => {
    const places = found('Stability It is for sale. Nobody wants centralized It.', {
      title: 'Stability AI CEO resigns',
    })
    expect(places).toEqual([
      ['It', 'AI'],
      ['It', 'AI'],
    ])
  })

  test('a topic says it by its initials, and the mend is certain where nothing else is meant', () => {
    expect(
      found('Nobody can say what centralized It costs.', { topics: ['Artificial intelligence'] }),
    ).toEqual([['It', 'AI']])
  })

  test('an address remembers what a damaged title forgot, and what stands beside the damage was not replaced', () => {
    const fields = { title: 'Stability It CEO resigns', slug: 'stability-ai-ceo-resigns' }
    expect(found('He pursues decentralized It.', fields)).toEqual([['It', 'AI']])
  })

  test('a damaged title is found as well', () => {
    expect(damagedPlaces(subjectOf('Nothing to see.', { title: 'What centralized It costs' }))).toMatchObject(
      [{ where: { field: 'title', from: 17, to: 19 } }],
    )
  })

  test('another language and code are left alone', () => {
    expect(found('Nobody knows what centralized It costs.', { language: 'de' })).toEqual([])
    expect(found('Run `let It be a number` before.\n\n```\nthe us an big\n```')).toEqual([])
  })
})

test('evidence quotes what stands at its place, and costs points in integrity alone', () => {
  const subject = subjectOf(AFTER, { title: 'Stability AI CEO resigns' })
  const { checks } = score(subject)
  const damaged = checks.filter(({ id, evidence }) => id.startsWith('replacement-') && evidence.length > 0)
  expect(damaged).not.toEqual([])
  for (const { part, points, of, evidence } of damaged) {
    expect(part).toBe('integrity')
    expect(points).toBeLessThan(of)
    for (const { where, quote } of evidence)
      if (where.field === 'body')
        expect(subject.blocks[where.block]?.text.slice(where.from, where.to)).toBe(quote)
  }
})
