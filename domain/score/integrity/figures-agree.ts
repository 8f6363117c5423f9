import type { Evidence } from '../check'
import { at } from '../evidence'
import type { Facts } from '../facts'
import { remembered } from '../memo'
import { codeFree } from '../passages'
import type { Rule } from '../rule'
import { lessEach } from '../rule'

const WORDS = ['two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten', 'eleven', 'twelve']
const FIGURE = new RegExp(
  `(?<![\\p{L}\\p{N}.,:/–-])([$€£]?)(\\d+(?:[.,]\\d+)*|${WORDS.join('|')})(?![\\p{N}:/–-])(?:[ \\u00a0-]?(thousand|million|billion|trillion|k|m|bn)(?![\\p{L}]))?(?:[ \\u00a0-]?(%|per cent|percent|\\p{Ll}{3,}))?`,
  'giu',
)
const UNITS: Record<string, string> = {
  k: 'thousand',
  m: 'million',
  bn: 'billion',
  '%': 'percent',
  'per cent': 'percent',
}
// how long and how often is said of many things in one text
const COMMON =
  /^(?:years?|months?|weeks?|days?|hours?|minutes?|seconds?|times?|percentage|points?|things?|parts?|people|and|or|of|in|on|at|to|by|from|for|with|more|less|other|others|was|were|had|has|have|are|is|per|than|who|that|which|as|ways?|kinds?|steps?|reasons?|first|last|new|different|questions?|sentences?|words?|pages?|lines?)$/

type Figure = { kind: string; value: string; from: number; to: number }

export const figuresAgree: Rule = {
  id: 'figures-agree',
  part: 'integrity',
  weight: 3,
  asks: 'A figure of the title, the summary or the description is the figure of the body; each other one costs half.',
  source: 'Copy-editing practice: the figures of a headline are checked against the text.',
  check: (facts) => lessEach(differing(facts), 0.5),
}

/** Figures said above the text, where the text counts the same kind of thing once and otherwise. */
function differing({ passages }: Facts): Evidence[] {
  const figures = passages.flatMap((passage) =>
    figuresIn(codeFree(passage)).map((figure) => ({ ...figure, passage })),
  )
  const body = figures.filter(({ passage }) => passage.field === 'body')
  return figures.flatMap((figure) => {
    if (figure.passage.field === 'body') return []
    const same = body.filter(({ kind }) => kind === figure.kind)
    const values = new Set(same.map(({ value }) => value))
    const [other] = same
    if (!other || values.size !== 1 || values.has(figure.value)) return []
    return at(figure.passage, figure.from, figure.to, {
      why: `The text says “${other.passage.text.slice(other.from, other.to)}”.`,
      mend: 'See which of the two is right, and write it in both places.',
    })
  })
}

const figuresIn = remembered((text): Figure[] =>
  Array.from(text.matchAll(FIGURE)).flatMap((match) => {
    const [whole, currency = '', number = '', magnitude = '', noun = ''] = match
    const counted = COMMON.test(noun.toLowerCase()) ? '' : singular(noun.toLowerCase())
    const kind = [currency, unit(magnitude), currency ? '' : counted].join(' ').trim()
    if (kind === '') return []
    const shown = counted === '' && noun && whole.endsWith(noun) ? whole.slice(0, -noun.length) : whole
    const spelled = WORDS.indexOf(number.toLowerCase())
    return {
      kind,
      value: spelled >= 0 ? String(spelled + 2) : number.replaceAll(',', ''),
      from: match.index,
      to: match.index + shown.trimEnd().length,
    }
  }),
)

const unit = (word: string) => UNITS[word.toLowerCase()] ?? word.toLowerCase()
const singular = (noun: string) => unit(noun).replace(/s$/, '')
