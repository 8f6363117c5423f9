import { diffArrays } from 'diff'
import type { Block } from '../reading'
import type { Subject } from '../subject'
import { slipOf } from './edits'
import { isMadeOf } from './inside'
import type { Damage, Passage } from './passage'
import { readText } from './passage'
import { isAcronym, isCapitalised, type Word, wordSet, wordsOf } from './words'

/** From so many places on, a change of one word is a sweep through the text and no edit. */
const SWEEP = 3
/** Blocks that changed more than this are rewritten text, and too slow to compare word by word. */
const LONGEST_BLOCK = 3_000

const FUNCTION_WORDS =
  wordSet(`it its he she they them him her his we us you is are was were be and or but if of at in on to
as by an the this that may will can do so no not`)

type Swap = { passage: Passage; word: Word; was: string }

/** What a word pair is about: `AI` for `It`, also inside `category` for `dogegory`. */
function essence(was: string, now: string): [string, string] | null {
  let start = 0
  while (start < was.length && start < now.length && was[start] === now[start]) start++
  let end = 0
  while (end < was.length - start && end < now.length - start && was.at(-1 - end) === now.at(-1 - end)) end++
  const pair: [string, string] = [was.slice(start, was.length - end), now.slice(start, now.length - end)]
  return pair[0] === '' && pair[1] === '' ? null : pair
}

/** Changed blocks beside what they were, in their order; what was moved or written anew is not compared. */
function pairsOf(before: readonly Block[], after: readonly Passage[]): [Block, Passage][] {
  const pairs: [Block, Passage][] = []
  let gone: Block[] = []
  let old = 0
  let fresh = 0
  for (const { added, removed, count } of diffArrays(
    before.map(({ text }) => text),
    after.map(({ text }) => text),
  )) {
    if (removed) gone = before.slice(old, (old += count))
    else if (added) {
      const come = after.slice(fresh, (fresh += count))
      if (come.length === gone.length)
        pairs.push(...gone.flatMap((was, i): [Block, Passage][] => (come[i] ? [[was, come[i]]] : [])))
      gone = []
    } else {
      old += count
      fresh += count
      gone = []
    }
  }
  return pairs
}

function* swapsIn(was: Block, passage: Passage): Generator<Swap> {
  if (was.text.length > LONGEST_BLOCK || passage.text.length > LONGEST_BLOCK) return
  const before = readText(was).words
  let old = 0
  let now = 0
  let gone: Word[] = []
  for (const { added, removed, count } of diffArrays(
    before.map(({ text }) => text),
    passage.words.map(({ text }) => text),
  )) {
    if (removed) gone = before.slice(old, (old += count))
    else if (added) {
      const come = passage.words.slice(now, (now += count))
      if (come.length === gone.length)
        for (const [i, word] of come.entries()) yield { passage, word, was: gone[i]?.text ?? '' }
      gone = []
    } else {
      old += count
      now += count
      gone = []
    }
  }
}

/** Why the new word cannot be meant, wherever it stands; null where the change may be a rename. */
function oddity(was: string, now: string): string | null {
  if (was.toLowerCase() === now.toLowerCase()) {
    const isNameOfNothing = isAcronym(was) && FUNCTION_WORDS.has(was.toLowerCase())
    return isNameOfNothing ? 'changed its meaning with its capitals' : null
  }
  if (FUNCTION_WORDS.has(now.toLowerCase()) && !FUNCTION_WORDS.has(was.toLowerCase()))
    return 'was a word with a meaning of its own'
  return null
}

/** One word replaced by another through the text since the last revision that readers were given, where that left odd text. */
export function findSweeps(
  { previous, title, summary, slug }: Pick<Subject, 'previous' | 'title' | 'summary' | 'slug'>,
  passages: readonly Passage[],
): Damage[] {
  if (!previous) return []
  const told = new Set(
    wordsOf({ text: `${title} ${summary} ${slug.replaceAll('-', ' ')}`, marks: [] }).map(
      ({ lower }) => lower,
    ),
  )
  const swaps = pairsOf(previous, passages).flatMap(([was, passage]) => [...swapsIn(was, passage)])
  const slips = swaps.flatMap((swap) => {
    const { words } = swap.passage
    const at = words.indexOf(swap.word)
    const why = slipOf({ ...swap, before: words[at - 1], after: words[at + 1] })
    return why === null ? [] : [damageOf(swap, why)]
  })
  const made = swaps.filter(({ was, word }) => isMadeOf(word.text, was))
  const whole = groupBy(swaps, ({ was, word }) => `${was}>${word.text}`)
  const sweeps = [...whole.values()].filter((group) => group.length >= SWEEP)
  const swept = sweeps.flatMap((group) => {
    const [{ was, word } = { was: '', word: { text: '', lower: '' } }] = group
    const isHalf = isCapitalised(was) && told.has(was.toLowerCase()) && !told.has(word.lower)
    const reason = oddity(was, word.text) ?? (isHalf ? 'the title still has the old name' : null)
    const all =
      reason === null
        ? []
        : group.map((swap) =>
            damageOf(swap, `“${was}” became “${word.text}” in ${group.length} places, and ${reason}.`),
          )
    return [...all, ...insideOf(swaps, was, word.text, group.length)]
  })
  return [
    ...swept,
    ...slips,
    ...made.map((swap) =>
      damageOf(swap, `“${swap.was}” was a word; in “${swap.word.text}” a part of it was replaced.`),
    ),
  ]
}

/** What the sweep did to other words that hold the replaced one. */
function insideOf(swaps: readonly Swap[], was: string, now: string, times: number): Damage[] {
  return swaps
    .filter((swap) => {
      if (swap.was === was) return false
      const [from, to] = essence(swap.was, swap.word.text) ?? ['', '']
      return from !== '' && same(from, was) && same(to, now) && isInside(swap.was, was)
    })
    .map((swap) =>
      damageOf(swap, `“${was}” became “${now}” in ${times} places, and inside “${swap.was}” as well.`),
    )
}

const same = (a: string, b: string) => a.toLowerCase() === b.toLowerCase()
// a plural or a possessive is renamed with its noun
const isInside = (whole: string, part: string) =>
  !/^(?:['’]?s|['’])?$/u.test(whole.toLowerCase().replace(part.toLowerCase(), ''))

const damageOf = ({ passage, word: { from, to }, was }: Swap, why: string): Damage => ({
  passage,
  from,
  to,
  why,
  mend: `Write “${was}” again.`,
  instead: was,
})

function groupBy<T>(all: readonly T[], key: (one: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>()
  for (const one of all) groups.set(key(one), [...(groups.get(key(one)) ?? []), one])
  return groups
}
