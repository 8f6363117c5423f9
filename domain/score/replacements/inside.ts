import { between, isCommon, isKnown } from './known-words'
import type { Damage, Passage } from './passage'
import { wordSet } from './words'

const LONGEST_ORIGINAL = 9
const SHORTEST_REST = 3
/** Each pair of places in a word is tried, and longer ones are no English. */
const LONGEST_WORD = 40
/** Words that begin with the same letters may be forms of one, and bear each other no witness. */
const FAMILY = 4
/** With so much of it left a word says on its own what it was. */
const ALONE_REST = 5

/** What newsrooms replace, by what they replace it with. */
const SWAPPED = new Map<string, string[]>(
  Object.entries({
    she: ['he'],
    he: ['she'],
    her: ['his', 'him'],
    his: ['her'],
    him: ['her'],
    they: ['he', 'she'],
    them: ['us'],
    person: ['man', 'woman'],
    people: ['men', 'women'],
    human: ['man'],
    dog: ['cat'],
    cat: ['dog'],
    auto: ['car'],
    butt: ['ass'],
    tool: ['app'],
    advert: ['ad'],
    senior: ['old'],
    elder: ['old'],
    craft: ['art'],
    client: ['user'],
    customer: ['user'],
  }),
)
const NUMBERS = new Map<string, string[]>(
  Object.entries({
    '1': ['one'],
    '2': ['two', 'to', 'too'],
    '4': ['four', 'for'],
    '8': ['eight'],
    '9': ['nine'],
    '10': ['ten'],
  }),
)
const PREFIXES =
  wordSet(`un re pre post non anti micro mini mega multi hyper super sub inter over under out mis dis
cyber crypto geo bio eco neo pro semi self co de tele video photo auto hydro electro`)
const ENDINGS = [
  's',
  'es',
  'ed',
  'd',
  'er',
  'ers',
  'ing',
  'ly',
  'y',
  'ish',
  'able',
  'less',
  'ness',
  'r',
  'like',
  'ism',
  'ist',
  'ise',
  'ize',
]

/** A word that is none until `now` in it is `was` again. */
type Reading = { word: string; now: string; was: string; original: string; isMade: boolean }
type Odd = { passage: Passage; from: number; to: number; text: string; readings: Reading[] }

/** Two words together, or one with a usual beginning or end: new words are made that way. */
function isMade(word: string): boolean {
  if (ENDINGS.some((end) => word.endsWith(end) && isKnown(word.slice(0, -end.length)))) return true
  for (let i = 2; i < word.length - 1; i++) {
    const [start, end] = [word.slice(0, i), word.slice(i)]
    const isEnd = end.length > 2 && (isKnown(end) || ENDINGS.some((e) => isKnown(end.slice(0, -e.length))))
    if (isEnd && (PREFIXES.has(start) || (start.length > 2 && isKnown(start)))) return true
  }
  return false
}

/** “Chairperson”, “dogsled”: what was added stands beside a whole word, and the sum may be meant. */
const isCompound = (start: string, end: string) =>
  (start === '' && end.length > 2 && isKnown(end)) || (isKnown(start) && /^(?:s|ly|['’]s)?$/u.test(end))

function* readingsOf(word: string): Generator<Reading> {
  const made = isMade(word)
  for (let from = 0; from < word.length; from++)
    for (let to = from + 1; to <= word.length; to++) {
      const now = word.slice(from, to)
      const [start, end] = [word.slice(0, from), word.slice(to)]
      const rest = start.length + end.length
      if (rest === 0) continue
      const swapped = SWAPPED.get(now) ?? NUMBERS.get(now)
      for (const was of swapped ?? [])
        if (isCommon(start + was + end) && !(SWAPPED.has(now) && isCompound(start, end)))
          yield { word, now, was, original: start + was + end, isMade: false }
      if (PREFIXES.has(start) && isKnown(now + end)) continue
      if (swapped || now.length < 3 || rest < SHORTEST_REST || !isCommon(now)) continue
      for (const was of between(start, end, LONGEST_ORIGINAL))
        if (was !== now && was.length > 1 && isCommon(was))
          yield { word, now, was, original: start + was + end, isMade: made }
    }
}

// names that end in an acronym, without which they are no names
const NAMES_IN_AI = /^(?:Open|Deep|Lightning|Together|x)It$/

/** A capital inside: `emItl` for `email`, though not `iPhone`, which reads as nothing else. */
function* capitalReadings(text: string): Generator<Reading> {
  yield* alikeReadings(text)
  if (NAMES_IN_AI.test(text))
    yield { word: text, now: 'It', was: 'AI', original: text.replace(/It$/, 'AI'), isMade: false }
  yield* caseReadings(text)
  yield* acronymReadings(text)
  for (const match of text.matchAll(/(?<=^\p{Ll}*)\p{Lu}\p{Ll}+|(?<=\p{Ll})\p{Lu}+/gu))
    for (let length = 2; length <= Math.min(3, match[0].length); length++) {
      const [start, end] = [text.slice(0, match.index), text.slice(match.index + length)]
      if (start === '' || (start + end).length < 2) continue
      const now = match[0].slice(0, length)
      for (const was of ['ai', 'it', 'us', 'ia'])
        if (now.toLowerCase() !== was && isCommon((start + was + end).toLowerCase()))
          yield { word: text, now, was, original: start + was + end, isMade: false }
    }
}

// Cyrillic letters that look like Latin ones
const ALIKE = new Map([...'аеорсухіјѕһ'].map((letter, i) => [letter, 'aeopcyxijsh'.charAt(i)]))
const isMixed = (text: string) => /\p{Script=Cyrillic}/u.test(text) && /\p{Script=Latin}/u.test(text)

/** “wаs” with a letter of another alphabet, which looks the same and is found by nobody. */
function* alikeReadings(text: string): Generator<Reading> {
  const odd = [...text].filter((letter) => ALIKE.has(letter)).join('')
  const original = text.replace(/\p{Script=Cyrillic}/gu, (letter) => ALIKE.get(letter) ?? letter)
  const was = [...odd].map((letter) => ALIKE.get(letter)).join('')
  if (isMixed(text) && isKnown(original.toLowerCase()))
    yield { word: text, now: odd, was, original, isMade: false }
}

/** “hospITals”: an acronym stands in the capitals of a common word. */
function* acronymReadings(text: string): Generator<Reading> {
  const [, start = '', now = '', end = ''] =
    /^(\p{L}\p{Ll}+|\p{Ll})(\p{Lu}{2,4}|It|Us|Ai)(\p{Ll}*)$/u.exec(text) ?? []
  const rest = (now + end).toLowerCase()
  if (start === '' || !isCommon(text.toLowerCase()) || (isKnown(start.toLowerCase()) && isKnown(rest))) return
  yield { word: text, now, was: now.toLowerCase(), original: start + rest, isMade: false }
}

/** “UsIng”, “wIth”: a common word but for one capital, where what the capital parts are no two words as in brands. */
function* caseReadings(text: string): Generator<Reading> {
  const [, start = '', now = ''] = /^(\p{Lu}?\p{Ll}+)(\p{Lu}\p{Ll}+)$/u.exec(text) ?? []
  const lower = text.toLowerCase()
  if (start.length < 2 || PREFIXES.has(start.toLowerCase()) || !isCommon(lower)) return
  if (isKnown(start.toLowerCase()) && isKnown(now.toLowerCase())) return
  const original = start + now.toLowerCase()
  yield { word: text, now, was: now.toLowerCase(), original, isMade: false }
}

const isOddlyMade = (text: string) => /\p{Ll}\p{Lu}/u.test(text) || isMixed(text)

/** Within a passage of another language, words that nobody knows stand side by side. */
function isAmongStrangers({ words }: Passage, { from, to }: Odd, odd: readonly Odd[]): boolean {
  const at = words.findIndex((word) => word.from === from && word.to === to)
  const near = words.slice(Math.max(0, at - 2), at + 3)
  return near.some(
    (word) =>
      /^\p{Ll}{3,}$/u.test(word.text) && !isKnown(word.text) && !odd.some((each) => each.from === word.from),
  )
}

const oddWordsIn = (passage: Passage): Odd[] => {
  const odd = [...readOdd(passage)]
  return odd.filter((each) => !isAmongStrangers(passage, each, odd))
}

function* readOdd(passage: Passage): Generator<Odd> {
  for (const { text, from, to, opens, isCode } of passage.words) {
    if (isCode || (text.length < 4 && !isMixed(text)) || text.length > LONGEST_WORD) continue
    const readings = isOddlyMade(text)
      ? [...capitalReadings(text)]
      : /^\p{L}\p{Ll}*\d{0,2}(?:\p{Ll}+)?$/u.test(text) && (opens || !/^\p{Lu}/u.test(text))
        ? oddReadings(text.toLowerCase())
        : []
    if (readings.length > 0) yield { passage, from, to, text, readings }
  }
}

const remembered = new Map<string, Reading[]>()
const REMEMBERED = 5_000

function oddReadings(word: string): Reading[] {
  if (isKnown(word)) return []
  const before = remembered.get(word)
  if (before) return before
  const readings = [...readingsOf(word)]
  if (remembered.size >= REMEMBERED) remembered.clear()
  remembered.set(word, readings)
  return readings
}

/** Whether a word is another one in which a word was replaced: “dogegory” is “category”. */
export function isMadeOf(text: string, original: string): boolean {
  const [word, whole] = [text.toLowerCase(), original.toLowerCase()]
  if (word.length > LONGEST_WORD || isKnown(word) || !isKnown(whole)) return false
  for (let from = 0; from < word.length; from++)
    for (let to = from + 2; to <= word.length; to++) {
      const [start, end] = [word.slice(0, from), word.slice(to)]
      const was = whole.slice(start.length, whole.length - end.length)
      const isOne = start + was + end === whole && start + end !== '' && was.length > 1
      if (isOne && isCommon(was) && isCommon(word.slice(from, to))) return true
    }
  return false
}

/** Words that came about because another word inside them was replaced: “dogegory”, “edudogion”. */
export function findInside(passages: readonly Passage[]): Damage[] {
  const odd = passages.flatMap(oddWordsIn)
  const wordsBy = new Map<string, Set<string>>()
  for (const { readings } of odd)
    for (const { now, was, word } of readings) {
      const key = `${now}>${was}`
      wordsBy.set(key, (wordsBy.get(key) ?? new Set()).add(word.slice(0, FAMILY)))
    }
  const support = ({ now, was }: Reading) => wordsBy.get(`${now}>${was}`)?.size ?? 0
  return odd.flatMap(({ passage, from, to, text, readings }) => {
    const ranked = readings.toSorted(
      (a, b) =>
        support(b) - support(a) ||
        Number(SWAPPED.has(b.now)) - Number(SWAPPED.has(a.now)) ||
        b.now.length - a.now.length,
    )
    const [best, second] = ranked
    if (!best) return []
    const isFixed = SWAPPED.get(best.now) ?? NUMBERS.get(best.now) ?? (isOddlyMade(text) ? [] : undefined)
    const originals = new Set(readings.map(({ original }) => original))
    const rest = best.word.length - best.now.length
    const isAlone = !best.isMade && originals.size === 1 && rest >= ALONE_REST
    const isShared = support(best) > 1 && best.now.length > (best.isMade ? 3 : 2)
    if (!isFixed && !isAlone && !isShared) return []
    const isCertain = originals.size === 1 || (isShared && (!second || support(second) < support(best)))
    const original = /^\p{Lu}\p{Ll}/u.test(text)
      ? best.original.charAt(0).toUpperCase() + best.original.slice(1)
      : best.original
    const others = ranked
      .filter((reading) => reading.original !== best.original && support(reading) === support(best))
      .map((reading) => reading.original)
      .slice(0, 2)
    return [
      {
        passage,
        from,
        to,
        why: `“${text}” is no word; with “${best.was}” for “${best.now}” it is “${original}”.`,
        mend: `Write ${[original, ...others].map((each) => `“${each}”`).join(' or ')}.`,
        ...(isCertain && { instead: original }),
      },
    ]
  })
}
