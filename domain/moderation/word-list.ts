import { wordsOf } from './fold'

/** What follows a word: the next words of phrases, `end` where an entry ends here, `begun` where one ends in `*`. */
type Place = { next: Map<string, Place> | null; end: boolean; begun: Map<number, Set<string>> | null }

const PREFIX_MIN = 3
const ENTRY_MAX = 200

/** A list, ready to be looked for; `unusable` lines hold no word, or begin with too little of one. */
export type WordList = { root: Place; entries: number; unusable: string[] }

const place = (): Place => ({ next: null, end: false, begun: null })
// most words begin no phrase: they share one place
const LAST: Place = Object.freeze({ next: null, end: true, begun: null })

/** The entries of a list: one a line; `#` begins a comment. */
export function* entriesOf(source: string): Generator<string> {
  for (const line of source.split('\n')) {
    const entry = line.replace(/(^|\s)#.*$/, '').trim()
    if (entry !== '') yield entry
  }
}

/** Reads a list: words, phrases of several words, and `casin*` for all words that begin so. */
export function compileWords(source: string): WordList {
  const list: WordList = { root: place(), entries: 0, unusable: [] }
  for (const entry of entriesOf(source)) {
    if (entry.length <= ENTRY_MAX && add(list.root, entry)) list.entries++
    else list.unusable.push(entry)
  }
  return list
}

function add(root: Place, entry: string): boolean {
  const isPrefix = entry.endsWith('*')
  const words = wordsOf(entry)
  const last = words.pop()
  if (last === undefined || (isPrefix && last.length < PREFIX_MIN)) return false
  let at = root
  for (const word of words) {
    at.next ??= new Map()
    const known = at.next.get(word)
    const next = known && known !== LAST ? known : { ...place(), end: known === LAST }
    at.next.set(word, next)
    at = next
  }
  if (isPrefix) {
    at.begun ??= new Map()
    const ofLength = at.begun.get(last.length) ?? new Set()
    at.begun.set(last.length, ofLength.add(last))
    return true
  }
  at.next ??= new Map()
  const known = at.next.get(last)
  if (!known) at.next.set(last, LAST)
  else if (known !== LAST) known.end = true
  return true
}

function endsHere(at: Place, word: string): boolean {
  if (at.next?.get(word)?.end) return true
  for (const [length, beginnings] of at.begun ?? [])
    if (word.length >= length && beginnings.has(word.slice(0, length))) return true
  return false
}

/** The first entry of a list that stands in a text, as the text has it; null where none does. Words count whole. */
export function findEntry(
  { root }: WordList,
  words: readonly string[],
  disguised: readonly string[],
): string | null {
  for (let from = 0; from < words.length; from++) {
    let at: Place | undefined = root
    for (let to = from; at && to < words.length; to++) {
      const word: string = words[to] ?? ''
      if (endsHere(at, word)) return words.slice(from, to + 1).join(' ')
      at = at.next?.get(word)
    }
  }
  return disguised.find((word) => endsHere(root, word)) ?? null
}
