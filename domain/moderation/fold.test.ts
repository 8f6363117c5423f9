import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { disguisedWordsOf, fold, wordsOf } from './fold'

describe('words', () => {
  test.each([
    ['Buy CHEAP pills', ['buy', 'cheap', 'pills']],
    ['Casíno, cаsino with a Cyrillic letter', ['casino', 'casino', 'with', 'a', 'cyrillic', 'letter']],
    ['ca\u200bsi\u00adno', ['casino']],
    ['ＦＲＥＥ ｃａｓｈ', ['free', 'cash']],
    ['ﬁne', ['fine']],
    ['Дешёвые таблетки', ['дешевые', 'таблетки']],
    ['don’t', ['don', 't']],
    ['https://best-casino.example/win', ['https', 'best', 'casino', 'example', 'win']],
    ['हिन्दी में', ['हिन्दी', 'में']],
    ['', []],
  ])('of %j', (text, words) => {
    expect(wordsOf(text)).toEqual(words)
  })

  it('of scripts without spaces are parted too', () => {
    expect(wordsOf('ไปเที่ยวทะเล').length).toBeGreaterThan(1)
    expect(wordsOf('我们去海边').length).toBeGreaterThan(1)
  })

  it('stay as they are when they are folded again', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        expect(wordsOf(wordsOf(text).join(' ')).join('')).toBe(wordsOf(text).join(''))
        expect(fold(fold(text))).toBe(fold(text))
      }),
    )
  })
})

const meant = (text: string) => disguisedWordsOf(text, wordsOf(text))

describe('a disguise', () => {
  test.each([
    ['c@s1no', 'casino'],
    ['V1AGRA', 'viagra'],
    ['ca$h', 'cash'],
    ['c4s1n0', 'casino'],
    ['l0ans', 'loans'],
    ['v i a g r a', 'viagra'],
    ['C-A-S-I-N-O now', 'casino'],
  ])('%j is seen through', (text, word) => {
    expect(meant(text)).toContain(word)
  })

  test.each(['At 10 in the 24 hours', 'a b c', 'plain words', '1234'])('%j is none', (text) => {
    expect(meant(text)).toEqual([])
  })
})
