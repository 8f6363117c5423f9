import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { disguisedWordsOf, wordsOf } from './fold'
import { compileWords, findEntry } from './word-list'

const LIST = `
# pills and games
cat
casin*      # casino, casinos
cheap watches
cheap watch repair
payday
make money fas*
赌场
`
const list = compileWords(LIST)
const found = (text: string) => {
  const words = wordsOf(text)
  return findEntry(list, words, disguisedWordsOf(text, words))
}

describe('a list finds', () => {
  test.each([
    ['My cat.', 'cat'],
    ['CAT', 'cat'],
    ['the cat’s bowl', 'cat'],
    ['Casinos are open', 'casinos'],
    ['c@s1no', 'casino'],
    ['p a y d a y loans', 'payday'],
    ['buy cheap\nwatches!', 'cheap watches'],
    ['a cheap watch-repair', 'cheap watch repair'],
    ['Make money faster', 'make money faster'],
    ['cheap cheap watches', 'cheap watches'],
    ['最好的赌场在这里', '赌场'],
  ])('in %j', (text, entry) => {
    expect(found(text)).toBe(entry)
  })

  test.each([
    'category',
    'concatenate',
    'cheap',
    'watches cheap',
    'cheap watch',
    'make money',
    'the pills and games',
    '',
  ])('nothing in %j', (text) => {
    expect(found(text)).toBeNull()
  })
})

describe('a line', () => {
  it('that holds no word, or too little of one, is named', () => {
    expect(compileWords('***\n!!\nab*\nfine\n')).toMatchObject({
      entries: 1,
      unusable: ['***', '!!', 'ab*'],
    })
  })

  it('may end as Windows writes it', () => {
    expect(findEntry(compileWords('one\r\ntwo\r\n'), ['two'], [])).toBe('two')
  })
})

test('a word is found whole wherever it stands, and never inside another', () => {
  const word = fc.stringMatching(/^[a-z]{2,8}$/)
  fc.assert(
    fc.property(word, fc.array(word), fc.array(word), (entry, before, after) => {
      const list = compileWords(entry)
      expect(findEntry(list, [...before, entry, ...after], [])).toBe(entry)
      const others = [...before, ...after].filter((each) => each !== entry)
      expect(findEntry(list, [...others, `${entry}x`, `x${entry}`], [])).toBeNull()
    }),
  )
})

test('60,000 entries cost a comment less than a millisecond', () => {
  const source = Array.from({ length: 60_000 }, (_, n) =>
    n % 7 === 0 ? `word${n} pair` : n % 11 === 0 ? `begins${n}*` : `w${n}`,
  )
  const list = compileWords(source.join('\n'))
  expect(list.entries).toBe(60_000)
  const words = wordsOf('A comment of the usual length with one thought of its own. '.repeat(8))
  const began = performance.now()
  for (let n = 0; n < 200; n++) findEntry(list, words, [])
  expect((performance.now() - began) / 200).toBeLessThan(1)
})
