import { at } from '../evidence'
import type { Facts, Passage } from '../facts'
import { codeFree } from '../passages'
import type { Rule } from '../rule'
import { lessEach } from '../rule'
import { isOneSlip } from './distance'
import { namesIn } from './names'

export const namesAgree: Rule = {
  id: 'names-agree',
  part: 'integrity',
  weight: 3,
  asks: 'One spelling for each person and company in title, summary, body and captions; each other spelling costs half.',
  source: 'Copy-editing practice: a name is checked against its first mention.',
  check: (facts) => {
    const spellings = spellingsOf(facts)
    const evidence = twins(spellings).flatMap(([odd, usual]) =>
      odd.places.map(({ passage, from, to }) =>
        at(passage, from, to, {
          why: `Elsewhere it is “${usual.text}”${usual.places.length > 1 ? `, ${usual.places.length} times` : ''}.`,
          mend: `Write “${usual.text}”, if the same is meant.`,
        }),
      ),
    )
    return lessEach(evidence, 0.5)
  },
}

type Spelling = {
  text: string
  key: string
  words: string[]
  places: { passage: Passage; from: number; to: number }[]
  sure: boolean
}

// headings are in title case on many sites, so their capitals say nothing
const isRead = ({ block }: Passage) => block?.kind !== 'heading'

/** All pairs are looked at; who names more keeps a register and tells no story. */
const MOST_NAMES = 2_000

/** Names in order of appearance; of several words each whole name, and each single word that is never written small. */
function spellingsOf({ passages }: Facts): Spelling[] {
  const found = new Map<string, Spelling>()
  for (const passage of passages.filter(isRead))
    for (const { text, from, to, opens } of namesIn(codeFree(passage))) {
      const spelling = found.get(text) ?? {
        text,
        key: keyOf(text),
        words: text.split(/[ \u00a0]/),
        places: [],
        sure: false,
      }
      spelling.places.push({ passage, from, to })
      // in a title everything may have a capital
      spelling.sure ||= passage.field !== 'title' && (!opens || text.includes(' '))
      found.set(text, spelling)
    }
  return [...found.values()].filter(({ text, sure }) => sure && text.length > 3).slice(0, MOST_NAMES)
}

const keyOf = (text: string) => text.toLowerCase().replace(/[\s\u00a0’'&-]+/g, '')

/** Pairs of an odd spelling and the usual one. */
function twins(spellings: Spelling[]): [Spelling, Spelling][] {
  const pairs: [Spelling, Spelling][] = []
  for (const [i, a] of spellings.entries())
    for (const b of spellings.slice(i + 1)) {
      const times = a.places.length - b.places.length
      const kind = kinship(a, b)
      // single words need a majority: Hansen and Hanson may be two
      if (!kind || (kind === 'word' && times === 0)) continue
      // named first is usual where both are as frequent
      pairs.push(times >= 0 ? [b, a] : [a, b])
    }
  return pairs
}

function kinship(a: Spelling, b: Spelling): 'name' | 'word' | null {
  if (Math.abs(a.key.length - b.key.length) > 1) return null
  if (a.key === b.key) return isRestyled(a.text, b.text) ? 'name' : null
  if (a.key[0] !== b.key[0] || a.words.length !== b.words.length) return null
  let differs = -1
  for (const [i, word] of a.words.entries())
    if (word !== b.words[i]) {
      if (differs >= 0) return null
      differs = i
    }
  const [own, other] = [a.words[differs] ?? '', b.words[differs] ?? '']
  if (!isSlip([own, other])) return null
  return a.words.length > 1 ? 'name' : own.length > 5 ? 'word' : null
}

/** "GitHub" and "Github", "Open AI" and "OpenAI"; not "OPENAI" in capitals, nor a word and its hyphenated self. */
const isRestyled = (a: string, b: string) =>
  a !== a.toUpperCase() && b !== b.toUpperCase() && (/\p{Ll}\p{Lu}/u.test(a) || /\p{Ll}\p{Lu}/u.test(b))

const ENDINGS = /^[snyi]$/

function isSlip([a, b]: [string, string]): boolean {
  if (Math.min(a.length, b.length) < 3 || a[0] !== b[0]) return false
  // of a thousand names all pairs are looked at, and hardly any comes further
  if (!isOneSlip(a.toLowerCase(), b.toLowerCase())) return false
  if (/\d/.test(a + b) || a === a.toUpperCase() || b === b.toUpperCase()) return false
  const [short, long] = a.length <= b.length ? [a, b] : [b, a]
  // Korea and Korean, German and Germany
  if (long.startsWith(short) && ENDINGS.test(long.slice(short.length))) return false
  // the last letter is where short words are bent
  return !(a.length === b.length && a.slice(0, -1) === b.slice(0, -1) && a.length < 6)
}
