import { findMisplaced } from './misplaced'
import type { Originals } from './originals'
import { suggestionOf } from './originals'
import type { Damage, Passage } from './passage'
import { isCapitalised, isNext, isTitleCase, type Word, wordSet } from './words'

const PRONOUNS = wordSet('It They Them We He She You')
const ARTICLES = wordSet('a an the our your their its this that these those my his her')

/** With these begin titles of works and slogans, also of two words. */
const IMPERATIVES =
  wordSet(`let make do keep get beat hit take put leave say call shake like love just work feel
believe watch eat bring push pull play try give hold have break change use own live read write start stop find fix flag
list name know think drop send spread build ship save share track swap test check ask show sell rent win lose as if
what why how when where because until unless once while`)

/** The It girl and her belongings. */
const FASHION = wordSet(
  'girl girls boy boys bag bags couple list shoe shoes coat dress crowd factor accessory accessories look colour color',
)
/** What comes after these is what something is called, and between the others and a comma stands a title. */
const CALLED = wordSet('called titled entitled named dubbed')
const WITHIN = wordSet('in from like since after before of by')

/** Who writes about these means the book, or the film. */
const WORKS =
  /\b(?:Stephen King|Pennywise|horror|novels?|films?|movies?|remake|sequel|prequel|box office|cinemas?|adaptation|miniseries)\b/u
const GRAMMAR = /\bpronouns?\b/iu
const PRAYER = /\b(?:God|Lord|Jesus|Christ|Allah|Gospel|prayer|psalms?)\b/iu

/** A capitalised pronoun in the middle of a sentence. `strong`: nothing else explains the capital. */
type Hit = { passage: Passage; word: Word; previous: Word; isStrong: boolean; isNoun: boolean }

function* hitsIn(passage: Passage): Generator<Hit> {
  const { words, text } = passage
  const titled = passage.kind === 'heading' && isTitleCase(words)
  for (const [i, word] of words.entries()) {
    const previous = words[i - 1]
    if (
      !PRONOUNS.has(word.text.replace(/['’]s$/u, '')) ||
      !previous ||
      word.opens ||
      word.isCode ||
      word.isEmphasised
    )
      continue
    const next = words[i + 1]
    const follows = isNext(next) ? next : undefined
    if (titled || (follows && isCapitalised(follows.text))) continue
    if (word.text === 'It' && ((follows && FASHION.has(follows.lower)) || WORKS.test(text))) continue
    if (GRAMMAR.test(text) || CALLED.has(previous.lower)) continue
    if ((word.text === 'He' || word.text === 'You') && PRAYER.test(text)) continue
    const isNoun = isNext(word) && ARTICLES.has(previous.lower)
    const isPlain = previous.opens
      ? !IMPERATIVES.has(previous.lower) &&
        !WITHIN.has(previous.lower) &&
        !isCapitalised(words[i - 2]?.text ?? '')
      : !isCapitalised(previous.text)
    yield { passage, word, previous, isStrong: isNoun || isPlain, isNoun }
  }
}

/** “Inflection It” in an article about AI: what stands behind a name there is a part of it. */
const isName = ({ word, previous }: Hit, { likely }: Originals) =>
  word.text === 'It' && likely.length > 0 && !previous.opens && !IMPERATIVES.has(previous.lower)

/** Capitalised pronouns in the place of a noun or in the middle of a sentence: “centralized It”. */
export function findPronouns(passages: readonly Passage[], originals: Originals): Damage[] {
  const hits = passages.flatMap((passage) => [...hitsIn(passage)])
  const seen = new Set(hits.filter(({ isStrong }) => isStrong).map(({ word }) => word.text))
  const pairs = hits.map(({ previous, word }) => `${previous.text} ${word.text}`)
  const times = new Map<string, number>()
  for (const pair of pairs) times.set(pair, (times.get(pair) ?? 0) + 1)
  const suggested = (word: string, otherwise: string) => ({
    mend: suggestionOf(originals, word, otherwise),
    ...(originals.isCertain && word === 'It' && { instead: originals.likely[0] }),
  })
  const misplaced = passages.flatMap((passage) =>
    findMisplaced(passage).map((found) => ({ ...found, passage, ...suggested('It', found.mend) })),
  )
  const capitalised = hits
    .filter(
      (hit, i) =>
        hit.isStrong ||
        isName(hit, originals) ||
        seen.has(hit.word.text) ||
        (times.get(pairs[i] ?? '') ?? 0) > 1,
    )
    .map(({ passage, word, isNoun }) => ({
      passage,
      from: word.from,
      to: word.to,
      why: isNoun
        ? `“${word.text}” stands where a noun belongs.`
        : `“${word.text}” is capitalised in the middle of a sentence.`,
      ...suggested(word.text, `Write “${word.lower}”, or the name that stood here.`),
    }))
  return [...capitalised, ...misplaced]
}
