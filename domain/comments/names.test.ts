import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { impersonation, tidyName } from './names'

const impersonates = impersonation(['Ines Halloran', 'José Díaz', 'Müller', 'Northgate Studio', '山田太郎'])

describe('a name that could be taken for staff', () => {
  test.each([
    ['is the name itself', 'Ines Halloran'],
    ['in other case', 'INES halloran'],
    ['with other spaces', 'I n e s  Hallo ran'],
    ['without them', 'InesHalloran'],
    ['the other way round', 'Halloran, Ines'],
    ['with decoration', '★ Ines_Halloran ✔'],
    ['with Cyrillic letters', 'Іnеs Наllоrаn'],
    ['with Greek letters', 'Ιnes Hallοrαn'],
    ['with digits', '1nes Ha11oran'],
    ['with a capital I for an l', 'Ines HaIIoran'],
    ['in full width', 'Ｉｎｅｓ Ｈａｌｌｏｒａｎ'],
    ['in mathematical letters', '𝕴𝖓𝖊𝖘 𝕳𝖆𝖑𝖑𝖔𝖗𝖆𝖓'],
    ['with characters that nobody sees', 'In\u200bes\u2060 Hal\u00adlo\u200dran'],
    ['with marks on its letters', 'I\u0301nes Ha\u0308lloran'],
    ['with an accent less', 'Jose Diaz'],
    ['with an umlaut less', 'Muller'],
    ['with an office', 'Ines Halloran (Editor)'],
    ['of the office alone', 'The Editors'],
    ['of several offices', 'Official Support Team'],
    ['of an office in other letters', 'Аdmіn'],
    ['of the house', 'northgate-studio'],
    ['of people at the house', 'Team at Northgate Studio'],
    ['in any script', '山田 太郎'],
  ])('%s', (_how, name) => expect(impersonates(name)).toBe(true))
})

describe('everybody else keeps their name:', () => {
  test.each([
    'Dana Whitlock',
    'Ines',
    'Ines M. Halloran',
    'Ines Hallorann',
    'Anna Editor',
    'Adminah Teams',
    'Ed',
    'Иван',
    '李雷',
    'نور',
    '👩‍🔬',
    '...',
    '',
  ])('%s', (name) => expect(impersonates(name)).toBe(false))
})

describe('a name is shown', () => {
  test.each([
    ['on one line', ' Dana \n\t Whitlock ', 'Dana Whitlock'],
    ['without what turns the line around', '\u202eanaD\u202c \u2067x\u2069\u200f', 'anaD x'],
    ['without blanks that pass for letters', 'Da\u3164na\u115f', 'Dana'],
    ['without tags that nobody sees', 'Dana\u{e0041}\u{e0042}', 'Dana'],
    ['with the joiners that scripts and emoji need', '👩‍🔬 می‌خواهم', '👩‍🔬 می‌خواهم'],
    [
      'with no more marks on a letter than writing has',
      `Z${'\u0335'.repeat(40)}o`,
      `Z${'\u0335'.repeat(4)}o`,
    ],
    ['as one form of what looks the same', 'Jose\u0301', 'José'],
  ])('%s', (_how, typed, shown) => expect(tidyName(typed)).toBe(shown))

  it('the same however often it is tidied', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 60 }), (name) => {
        const once = tidyName(name)
        expect(tidyName(once)).toBe(once)
      }),
    )
  })
})

it('whoever is kept is kept in every disguise', () => {
  const disguise = fc.array(fc.constantFrom('\u200b', '\u0301', ' ', '.', '-', '_', '\u2060'), {
    maxLength: 3,
  })
  const letters = [...'ines halloran'].map((letter) =>
    fc
      .tuple(fc.constantFrom(letter, letter.toUpperCase()), disguise)
      .map(([sign, more]) => sign + more.join('')),
  )
  fc.assert(fc.property(fc.tuple(...letters), (signs) => impersonates(signs.join(''))))
})
