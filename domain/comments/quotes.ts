/** A passage of an article that a comment quotes: the words as they stood there, and where. */
export type Passage = {
  exact: string
  /** The words just before and after, in the same paragraph. */
  prefix: string
  suffix: string
  /** Where it began in the article's plain text. */
  start: number
}

const SHORTEST = 12
const LONGEST = 2_000
const CONTEXT = 32

/** The quote that a comment's Markdown begins with, without its marks; null where it begins with something else. */
export function leadingQuote(source: string): string | null {
  const lines = source.split('\n', 200)
  const end = lines.findIndex((line) => !QUOTED.test(line))
  const quoted = (end === -1 ? lines : lines.slice(0, end)).map((line) => line.replace(QUOTED, ''))
  const text = quoted.join('\n').trim()
  return text === '' || text.length > LONGEST ? null : text
}

const QUOTED = /^ {0,3}> ?/

// what typing and copying change: kinds of spaces, of quotation marks and of dashes, and marks that nobody sees
const SAME: [RegExp, string][] = [
  [/[\u2018\u2019\u201a\u02bc]/u, "'"],
  [/[\u201c\u201d\u201e\u00ab\u00bb]/u, '"'],
  [/[\u2010-\u2015\u2212]/u, '-'],
  [/[\u00ad\u200b-\u200d\u2060\ufeff]/u, ''],
  [/\s/u, ' '],
]

type Plain = { text: string; origins: number[] }

/** The text as it is compared, and from where in the original each of its characters comes. */
function plain(text: string): Plain {
  const signs: string[] = []
  const origins: number[] = []
  for (let i = 0; i < text.length; i++) {
    const sign = text.charAt(i)
    const as = sign > ' ' && sign <= '~' ? sign : (SAME.find(([kind]) => kind.test(sign))?.[1] ?? sign)
    if (as === '' || (as === ' ' && (signs.at(-1) ?? ' ') === ' ')) continue
    signs.push(as)
    origins.push(i)
  }
  return { text: signs.join(''), origins }
}

/** As `plain`, without the signs that people put around a quote. */
const wanted = (quote: string) => plain(quote).text.replace(/^[\s"'.…]+|[\s"'…]+$/gu, '')

/** Where an article says what is quoted; null where it does not, or where the quote is too short to mean one place. */
export function locate(quote: string, article: string): Passage | null {
  const needle = wanted(quote)
  if (needle.length < SHORTEST) return null
  const { text, origins } = plain(article)
  const found = text.indexOf(needle)
  const start = origins[found]
  const last = origins[found + needle.length - 1]
  if (found === -1 || start === undefined || last === undefined) return null
  const end = last + 1
  return {
    exact: article.slice(start, end),
    prefix: lineOf(article.slice(Math.max(0, start - CONTEXT), start), -1),
    suffix: lineOf(article.slice(end, end + CONTEXT), 0),
    start,
  }
}

const lineOf = (text: string, at: number) => text.split('\n').at(at) ?? ''

/** Tells of passages whether an article still says them, wherever. */
export function finderIn(article: string): (passage: Pick<Passage, 'exact'>) => boolean {
  const { text } = plain(article)
  return ({ exact }) => text.includes(plain(exact).text.trim())
}

const WORDS = 5
const SHORT = 120
/** So short a passage may stand in several places. */
const VAGUE = 40

/** What follows the address of the article, so that a browser shows the passage (WICG, text fragments). */
export function fragmentOf({ exact, prefix, suffix }: Omit<Passage, 'start'>): string {
  const words = wordsOf(exact)
  const isWhole = exact.length <= SHORT && !exact.includes('\n')
  const parts = isWhole ? [words] : [words.slice(0, WORDS), words.slice(-WORDS)]
  // the first word of what was cut before may be half a word, and so may the last of what was cut behind
  const before = exact.length < VAGUE ? wordsOf(prefix).slice(1) : []
  const behind = exact.length < VAGUE ? wordsOf(suffix).slice(0, -1) : []
  const directive = [
    ...(before.length > 0 ? [`${encoded(before)}-`] : []),
    ...parts.map(encoded),
    ...(behind.length > 0 ? [`-${encoded(behind)}`] : []),
  ]
  return `#:~:text=${directive.join(',')}`
}

const wordsOf = (text: string) => text.split(/\s+/).filter((word) => word !== '')

// halves of characters have no encoding; a dash, a comma and an ampersand have a meaning of their own there
const encoded = (words: string[]) =>
  encodeURIComponent(words.join(' ').replace(/\p{Surrogate}/gu, '')).replaceAll('-', '%2D')
