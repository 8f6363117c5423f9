import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Evidence } from './check'
import { article, KEYPHRASE, RIVER_TRUST } from './fixtures'
import type { Block } from './reading'
import { BLOCK_KINDS } from './reading'
import { score } from './score'
import type { Subject } from './subject'

const RUNS = { numRuns: 40 }

/** Text of all kinds that could upset a rule. */
const anyText = fc
  .array(
    fc.oneof(
      fc.constantFrom(
        ...[
          'The',
          'the',
          'river trust',
          'TK',
          '“We',
          'said”',
          'It',
          'was taken',
          'because',
          '12 people',
          '$5 million',
        ],
        ...[
          'lorem ipsum',
          'Emad Mostaque',
          'Emad Mostqaue',
          '"',
          '\u200b',
          'e\u0301',
          '😀',
          '\n',
          'example.com',
          '[link]',
          '.',
          '!',
        ],
      ),
      fc.string({ maxLength: 12 }),
      fc.lorem({ maxCount: 12, mode: 'sentences' }),
    ),
    { maxLength: 40 },
  )
  .map((words) => words.join(' '))

const anyBlock = fc
  .record({ kind: fc.constantFrom(...BLOCK_KINDS), text: anyText })
  .map(({ kind, text }): Block => ({
    kind,
    ...(kind === 'heading' && { level: 2 }),
    path: [0],
    text,
    marks: text.length > 4 ? [{ kind: 'link', from: 1, to: 4, href: '#' }] : [],
  }))

const anySubject = fc
  .record({
    title: anyText,
    summary: anyText,
    description: anyText,
    slug: fc.constantFrom('', 'a-b', 'the-of-and-the-of-and', 'x'.repeat(90)),
    keyphrase: fc.constantFrom('', 'river trust', '(', '…'),
    caption: anyText,
    language: fc.constantFrom('en', 'de', null),
    blocks: fc.array(anyBlock, { maxLength: 12 }),
  })
  .map((fields) => ({ ...article(''), images: [], ...fields }))

function textAt({ where }: Evidence, subject: Subject): string | null {
  if (where.field === 'body') return subject.blocks[where.block]?.text.slice(where.from, where.to) ?? null
  if (where.field === 'site' || where.field === 'lead-image' || where.field === 'language') return ''
  return subject[where.field].slice(where.from ?? 0, where.to)
}

describe('a score', () => {
  it('quotes exactly what stands at the place it names, and gives no more points than there are', () => {
    fc.assert(
      fc.property(anySubject, (subject) => {
        const result = score(subject)
        for (const { points, of, evidence } of result.checks) {
          expect(points).toBeGreaterThanOrEqual(0)
          expect(points).toBeLessThanOrEqual(of)
          for (const one of evidence) expect(one.quote).toBe(textAt(one, subject))
        }
        for (const part of ['search', 'readability', 'integrity'] as const) {
          const checks = result.checks.filter((check) => check.part === part)
          const tenths = checks.reduce((sum, { of }) => sum + Math.round(of * 10), 0)
          expect(tenths).toBe(checks.length === 0 ? 0 : 1000)
          expect(result[part] === null).toBe(checks.length === 0)
        }
      }),
      RUNS,
    )
  })

  it('is the same for the same article, in whatever order its facts come', () => {
    fc.assert(
      fc.property(anySubject, (subject) => {
        const turned = Object.entries(subject).toReversed()
        const blocks = subject.blocks.map(
          (one) => Object.fromEntries(Object.entries(one).toReversed()) as Block,
        )
        expect(score({ ...(Object.fromEntries(turned) as typeof subject), blocks })).toEqual(
          score(structuredClone(subject)),
        )
      }),
      RUNS,
    )
  })
})

describe('no score rises', () => {
  const before = score(article())
  const paragraphs = RIVER_TRUST.split('\n\n')
  const place = fc.nat(paragraphs.length)
  const inserted = (at: number, ...more: string[]) => paragraphs.toSpliced(at, 0, ...more).join('\n\n')
  const phrase = fc.constantFrom(
    `${KEYPHRASE}`,
    `The ${KEYPHRASE} is good.`,
    `Because the ${KEYPHRASE} helps, we like the ${KEYPHRASE}.`,
    `However, a ${KEYPHRASE} counts.`,
    `Read more about the ${KEYPHRASE} here today.`,
    `A ${KEYPHRASE} and another ${KEYPHRASE}.`,
  )
  const notAbove = (subject: Subject) => {
    const after = score(subject)
    expect(after.total).toBeLessThanOrEqual(before.total)
    expect(after.search).toBeLessThanOrEqual(before.search ?? 0)
    expect(after.readability).toBeLessThanOrEqual(before.readability ?? 0)
    expect(after.integrity).toBeLessThanOrEqual(before.integrity ?? 0)
  }

  it('of an article that is good and not perfect', () => {
    for (const part of ['search', 'readability'] as const) {
      expect(before[part]).toBeGreaterThan(60)
      expect(before[part]).toBeLessThan(100)
    }
  })

  it('by stuffing the keyphrase into a paragraph, wherever it stands', () => {
    fc.assert(
      fc.property(fc.array(phrase, { minLength: 8, maxLength: 60 }), place, (phrases, at) =>
        notAbove(article(inserted(at, phrases.join(' ')))),
      ),
      RUNS,
    )
  })

  it('by stuffing the keyphrase into paragraphs and headings of their own', () => {
    fc.assert(
      fc.property(fc.array(phrase, { minLength: 16, maxLength: 60 }), place, (phrases, at) =>
        notAbove(
          article(inserted(at, ...phrases.map((one, i) => (i % 3 === 0 ? `## ${i} ${one}` : `${i} ${one}`)))),
        ),
      ),
      RUNS,
    )
  })

  it('by repeating the keyphrase in title, description and slug', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 8 }), fc.boolean(), (times, everywhere) => {
        const more = ` ${KEYPHRASE}`.repeat(times)
        const { title, description, slug } = article()
        notAbove(
          article(RIVER_TRUST, {
            title: title + more,
            ...(everywhere && {
              description: description + more,
              slug: slug + more.replaceAll(' ', '-'),
            }),
          }),
        )
      }),
      RUNS,
    )
  })

  it('by repeating paragraphs, links or headings of the article', () => {
    fc.assert(
      fc.property(
        fc.array(fc.nat(paragraphs.length - 1), { minLength: 1, maxLength: 12 }),
        place,
        (which, at) => notAbove(article(inserted(at, ...which.map((i) => paragraphs[i] ?? '')))),
      ),
      RUNS,
    )
    const link = '[the report](https://rivers.test/report)'
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 30 }), fc.constantFrom('', '#top', '?a=1', '/'), (times, end) =>
        notAbove(
          article(`${RIVER_TRUST}\n\n${`${link.replace('report)', `report${end})`)} `.repeat(times)}`),
        ),
      ),
      RUNS,
    )
  })

  it('by sentences that differ in a number alone', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 60 }), phrase, (times, one) => {
        const filler = Array.from({ length: times }, (_, i) => `However, ${i} of them came.`).join(' ')
        const after = score(article(inserted(2, `${filler} ${one}`)))
        // one such sentence is as good as any other
        expect(after.total).toBeLessThanOrEqual(score(article(inserted(2, 'However, 1 of them came.'))).total)
      }),
      RUNS,
    )
  })

  it('by calling paragraphs something else, or by letters of another alphabet', () => {
    const others = paragraphs.map((text) => (/^[#-]/.test(text) ? null : text))
    const as = (write: (text: string) => string) =>
      article(paragraphs.map((text, i) => (others[i] ? write(text) : text)).join('\n\n'))
    notAbove(as((text) => `## ${text}`))
    notAbove(as((text) => `- ${text.replace(/\.$/, '')}`))
    const quoted = score(as((text) => `> ${text}`))
    expect(quoted.total).toBeLessThanOrEqual(before.total)
    const cyrillic = score(
      as((text) => text.replace(/\bwas\b/g, 'w\u0430s').replace(/\bwere\b/g, 'w\u0435re')),
    )
    expect(cyrillic.total).toBeLessThan(before.total)
    notAbove(as((text) => text.replace(/\bwas\b/g, 'w\u200bas').replace(/\bwere\b/g, 'we\u2060re')))
  })

  it('by text that nobody can see', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 40 }),
        fc.constantFrom('\u200b', '\u2060', '\u00ad'),
        (times, sign) => {
          const hidden = [...KEYPHRASE].join(sign)
          notAbove(article(`${RIVER_TRUST}\n\n${`${hidden} `.repeat(times)}`))
          notAbove(article(`${RIVER_TRUST}\n\n${`[${sign}](/articles/other-${times})`}`))
        },
      ),
      RUNS,
    )
  })
})
