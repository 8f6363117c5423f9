import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readerActor, staffActor, systemActor } from '../actor'
import { blankRevision } from '../revision'
import { ROLES } from '../roles'
import type { Block } from './reading'
import type { Evidence } from './check'
import { judge } from './judgement'
import { countPlaces, mayWaive, type Passage, passageOf, type Texts, textsOf, type Waived } from './waivers'

const body = (...texts: string[]): Texts => ({ body: texts })
const at = (text: string, words: string, block = 0) => {
  const from = text.indexOf(words)
  return { where: { field: 'body', block, from, to: from + words.length } } as const
}

const stands = (passage: Passage, texts: Texts) => countPlaces(passage, texts) > 0

type Around = { waived: Waived[]; texts: Texts }

/** The waivers of what a check found, one after another. */
function waiversOf(check: string, found: Pick<Evidence, 'where'>[], { waived, texts }: Around) {
  const evidence = found.map((each) => ({ ...each, quote: '', why: '', mend: '' }))
  const [judged] = judge([{ id: check, part: 'integrity', points: 0, of: 1, evidence }], {
    groups: [],
    waived,
    texts,
  })
  return judged?.evidence.map(({ waiver }) => waiver)
}
const waiverOf = (check: string, found: Pick<Evidence, 'where'>, around: Around) =>
  waiversOf(check, [found], around)?.[0]

const SAID =
  'The minister, asked for the third time that week, said that “it” was a matter for the courts and for nobody else, least of all for him.'

describe('a waiver', () => {
  const passage = passageOf('replacement-pronoun', at(SAID, 'it”'), body(SAID))
  if (!passage) throw new Error('There is no passage')
  const waived = [{ id: 7, ...passage }]

  test('holds for what it was given for', () => {
    expect(waiverOf(passage.check, at(SAID, 'it”'), { waived, texts: body(SAID) })).toBe(7)
  })

  test('holds when the words move to another place', () => {
    const moved = `First of all: ${SAID}`
    const texts = body('A new beginning.', moved)
    expect(waiverOf(passage.check, at(moved, 'it”', 1), { waived, texts })).toBe(7)
    expect(stands(passage, texts)).toBe(true)
  })

  test('ends when the words around it change, and not when those further off do', () => {
    expect(stands(passage, body(SAID.replace('courts', 'judges')))).toBe(false)
    expect(stands(passage, body(SAID.replace('for him', 'for her')))).toBe(true)
  })

  test('holds for no other check and no other place of the same word', () => {
    const twice = `${SAID} Later he said that “it” was nothing.`
    const texts = body(twice)
    expect(waiverOf('doubled-word', at(twice, 'it”'), { waived, texts })).toBeNull()
    const from = twice.lastIndexOf('it”')
    const second = { where: { field: 'body', block: 0, from, to: from + 3 } } as const
    expect(waiverOf(passage.check, second, { waived, texts })).toBeNull()
  })

  test('is about one place, where the same words stand twice', () => {
    const texts = body(SAID, 'Between them.', SAID)
    const places = [at(SAID, 'it”'), at(SAID, 'it”', 2)]
    expect(countPlaces(passage, texts)).toBe(2)
    expect(waiversOf(passage.check, places, { waived, texts })).toEqual([7, null])
    expect(waiversOf(passage.check, places, { waived: [...waived, { id: 8, ...passage }], texts })).toEqual([
      7, 8,
    ])
  })

  test('of what is not there ends when it is', () => {
    const about = passageOf('description-length', { where: { field: 'description' } }, { description: [''] })
    expect(about && stands(about, { description: [''] })).toBe(true)
    expect(about && stands(about, { description: ['Something'] })).toBe(false)
  })

  test('of an image ends when anything is said of it', () => {
    const figure = (alt: string) => ({ type: 'figure', attrs: { mediaId: 3, alt, caption: '', credit: '' } })
    const block: Block = { kind: 'caption', path: [0], text: '', marks: [] }
    const written = (alt: string) =>
      textsOf(
        { ...blankRevision(), document: { version: 1, doc: { type: 'doc', content: [figure(alt)] } } },
        null,
        [block],
      )
    const found = { where: { field: 'body', block: 0, from: 0, to: 0 } } as const
    const about = passageOf('image-alternatives', found, written(''))
    expect(about).toMatchObject({ quote: '' })
    expect(about && stands(about, written(''))).toBe(true)
    expect(about && stands(about, written('A field'))).toBe(false)
  })

  test('of the lead image ends with another image', () => {
    const lead = (leadImageId: number) => textsOf({ ...blankRevision(), leadImageId }, null, [])
    const about = passageOf('image-alternatives', { where: { field: 'lead-image' } }, lead(3))
    expect(about && [stands(about, lead(3)), stands(about, lead(4))]).toEqual([true, false])
  })

  test('is not possible where no text is concerned', () => {
    expect(passageOf('orphan', { where: { field: 'site' } }, body(SAID))).toBeNull()
  })

  test('holds for the same text whatever is written there, and stores no half characters', () => {
    const text = fc.string({ unit: 'binary', maxLength: 300 })
    fc.assert(
      fc.property(text, fc.nat(300), fc.nat(300), (words, a, b) => {
        const [from, to] = [Math.min(a, b, words.length), Math.min(Math.max(a, b), words.length)]
        const evidence = { where: { field: 'body', block: 0, from, to } } as const
        const about = passageOf('any', evidence, body(words))
        if (!about) throw new Error('There is a text')
        expect(stands(about, body(words))).toBe(true)
        expect(waiverOf('any', evidence, { waived: [{ id: 1, ...about }], texts: body(words) })).toBe(1)
        expect(about.context + about.quote).not.toMatch(/\p{Surrogate}/u)
      }),
    )
  })
})

describe('who may waive', () => {
  const own = { own: true, everPublished: false }

  test.each(ROLES)('%s: as the site says, where it reads the drafts', (role) => {
    const actor = staffActor({ accountId: 1, personId: 1, name: 'Dana', role })
    expect(mayWaive(actor, [], own)).toBe(role === 'owner')
    expect(mayWaive(actor, [...ROLES], own)).toBe(role !== 'moderator')
    expect(mayWaive(actor, [...ROLES], { ...own, own: false })).toBe(
      ['owner', 'editor', 'reviewer'].includes(role),
    )
  })

  test('the program may, a reader may not', () => {
    expect(mayWaive(systemActor('test'), [], own)).toBe(true)
    expect(mayWaive(readerActor(null), [...ROLES], own)).toBe(false)
  })
})
