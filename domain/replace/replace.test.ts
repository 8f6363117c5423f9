import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { fromMarkdown } from '../document/markdown'
import { plainText } from '../document/text'
import { parseDocument } from '../document/validate'
import { blankRevision, type RevisionInput } from '../revision'
import { addressIn } from './address'
import { replaceIn } from './apply'
import { findIn } from './find'
import { replaceQuery, type ReplaceQuery } from './query'

const revisionOf = (markdown: string, rest: Partial<RevisionInput> = {}): RevisionInput => ({
  ...blankRevision(),
  document: fromMarkdown(markdown, { figure: () => 1 }),
  ...rest,
})

const queryOf = (find: string, replacement: string, rest: Partial<ReplaceQuery> = {}) =>
  replaceQuery.parse({ find, replacement, ...rest })

function replaced(markdown: string, query: ReplaceQuery, names: string[] = []): string {
  const revision = revisionOf(markdown)
  const hits = findIn(revision, query, names).filter(({ guard }) => guard === null)
  const { document } = replaceIn(revision, hits)
  expect(parseDocument(document).kind).toBe('document')
  return plainText(document)
}

describe('what is found', () => {
  test.each([
    ['whole words', 'A cat in a category.', queryOf('cat', 'dog'), 'A dog in a category.'],
    [
      'parts of words where asked for',
      'A cat in a category.',
      queryOf('cat', 'dog', { wholeWord: false }),
      'A dog in a dogegory.',
    ],
    [
      'the case as typed',
      'Apple sells apples, an apple said.',
      queryOf('apple', 'pear'),
      'Apple sells apples, an pear said.',
    ],
    [
      'any case, which is kept',
      'APPLE, Apple and apple.',
      queryOf('apple', 'pear', { matchCase: false }),
      'PEAR, Pear and pear.',
    ],
    [
      'signs that mean something to patterns',
      'It costs $5 (five).',
      queryOf('$5 (five)', '€4'),
      'It costs €4.',
    ],
    ['either apostrophe', 'The firm’s name.', queryOf("firm's", 'agency’s'), 'The agency’s name.'],
    [
      'words across marks',
      'An **artificial** *intelligence* firm.',
      queryOf('artificial intelligence', 'AI'),
      'An AI firm.',
    ],
    ['nothing put in their place', 'A very long day.', queryOf('very long', ''), 'A  day.'],
    ['words beside other scripts', 'Мы и AI, AI也', queryOf('AI', 'KI'), 'Мы и KI, AI也'],
  ])('%s', (_, markdown, query, expected) => {
    expect(replaced(markdown, query)).toBe(expected)
  })
})

describe('what is left alone', () => {
  const text =
    '“It is Acme,” he said of [Acme](https://acme.example) in `Acme`.\n\n> Acme said so.\n>\n> -- Acme\n\n```\nAcme\n```\n\nAnna Acme works for Acme.'

  test('quotations, links, code and names', () => {
    const guards = findIn(revisionOf(text), queryOf('Acme', 'Northwind'), ['Anna Acme']).map(
      ({ guard }) => guard,
    )
    expect(guards).toEqual(['quote', 'link', 'code', 'quote', 'quote', 'code', 'name', null])
  })

  test('but not where it is chosen; addresses never change', () => {
    const open = ['quote', 'link', 'code', 'name'] as const
    const revision = revisionOf(text)
    const query = queryOf('Acme', 'Northwind', { open: [...open] })
    const { document } = replaceIn(revision, findIn(revision, query, ['Anna Acme']))
    expect(plainText(document)).not.toContain('Acme')
    expect(JSON.stringify(document)).toContain('https://acme.example')
  })
})

test('fields are looked through as well, and each hit says what stands around it', () => {
  const revision = revisionOf('The body says Acme too.', {
    title: 'Acme grows',
    leadCaption: 'The house of Acme',
  })
  const hits = findIn(revision, queryOf('Acme', 'Northwind'), [])
  expect(hits.map(({ place, before, found, after }) => [place.field, before, found, after])).toEqual([
    ['title', '', 'Acme', ' grows'],
    ['leadCaption', 'The house of ', 'Acme', ''],
    ['body', 'The body says ', 'Acme', ' too.'],
  ])
  const after = replaceIn(revision, hits.slice(0, 1))
  expect(after.title).toBe('Northwind grows')
  expect(after.document).toBe(revision.document)
})

test('whatever is chosen, the text is what replacing in plain text makes, and the document stays valid', () => {
  const word = fc.constantFrom('ab', 'abab', 'b', ' ', '**x**', '*ab*', 'a')
  fc.assert(
    fc.property(fc.array(word, { minLength: 1, maxLength: 20 }), (parts) => {
      const revision = revisionOf(`x${parts.join('')}x`)
      const query = queryOf('ab', 'c', { wholeWord: false })
      const after = replaceIn(revision, findIn(revision, query, []))
      expect(parseDocument(after.document).kind).toBe('document')
      expect(plainText(after.document)).toBe(plainText(revision.document).replaceAll('ab', 'c'))
    }),
  )
})

test('alternative texts of images are looked through and changed like captions', () => {
  const revision = revisionOf('Before.\n\n![The old Acme, “Acme hall”](art:door "Acme at night")\n\nAfter.')
  const hits = findIn(revision, queryOf('Acme', 'Northwind'), [])
  expect(hits.map(({ place, before, guard }) => [place.field, before, guard])).toContainEqual([
    'alt',
    'The old ',
    null,
  ])
  expect(hits.filter(({ guard }) => guard === 'quote')).toHaveLength(1)
  const after = replaceIn(
    revision,
    hits.filter(({ guard, place }) => guard === null && place.field === 'alt'),
  )
  expect(parseDocument(after.document).kind).toBe('document')
  expect(JSON.stringify(after.document)).toContain('The old Northwind, “Acme hall”')
})

describe('an address', () => {
  const instead = (slug: string, query: ReplaceQuery) => addressIn(slug, query)?.instead ?? null
  const chosen = (find: string, replacement: string, rest: Partial<ReplaceQuery> = {}) =>
    queryOf(find, replacement, { open: ['slug'], ...rest })

  test.each([
    ['acme-cloud-grows', chosen('Acme Cloud', 'Northwind'), 'northwind-grows'],
    ['how-acme-grows', chosen('Acme', ''), 'how-grows'],
    ['acmeville', chosen('Acme', 'Northwind'), null],
    ['acmeville', chosen('Acme', 'Northwind', { wholeWord: false }), 'northwindville'],
    ['acme', chosen('Acme', ''), null],
    ['acme', chosen('Acme', 'Search'), null],
    ['acme-grows', queryOf('Acme', 'Northwind'), null],
    ['acme-grows', chosen('…', 'Northwind'), null],
  ])('%s', (slug, query, expected) => {
    expect(instead(slug, query)).toBe(expected)
  })
})
