import { type Found, matchesOf, type Pattern, type Text } from './passage'
import { isCapitalised, isNext, type Word, wordSet } from './words'

const NAME = '\\p{Lu}[\\p{L}\\p{N}&]*(?: \\p{Lu}[\\p{L}\\p{N}&]*)?'
const CALENDAR =
  /^(?:January|February|March|April|May|June|July|August|September|October|November|December|Sunday|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday)$/

const twice = (pattern: string, why: string): Pattern => ({
  pattern: new RegExp(pattern, 'dgu'),
  why,
  mend: 'One of the two had another name before a replacement.',
  unless: ({ groups }) => CALENDAR.test(groups?.['n'] ?? ''),
})

/** Sentences that name the same twice where two must differ. */
const PATTERNS: Pattern[] = [
  twice(
    `(?:called|was|were|became) (?<n>${NAME})(?:,? (?:until|before that|since|earlier|previously)\\b[^.]{0,40}|[^.]{0,20} and before(?: that)?) (?:is now|are now|became|called|was) \\k<n>(?![\\p{L}\\p{N}])`,
    'It became what it was.',
  ),
  twice(
    `(?<!\\p{L})(?<n>${NAME}),? (?:(?:which|who) )?(?:is|was|were|had been|has been) (?:(?:formerly|previously|originally|once|first|long|now) )?(?:called|known as|named|renamed|rebranded as|founded as) \\k<n>(?![\\p{L}\\p{N}])`,
    'A name is explained by itself.',
  ),
  twice(
    `(?<!\\p{L})(?<n>${NAME}),? \\(?(?:formerly|previously|once|now|today)(?: (?:known|called|trading))?(?: as)? \\k<n>(?![\\p{L}\\p{N}])`,
    'A name is explained by itself.',
  ),
  twice(
    `\\b(?:renam(?:ed|ing)|rebrand(?:ed|ing)|chang(?:ed?|ing)|switch(?:ed)?|migrat(?:ed|ion)|move[ds]?|changeover|transition|company|itself|name)(?: \\w+){0,2} from (?<n>${NAME}) to \\k<n>(?![\\p{L}\\p{N}])`,
    'It became what it was.',
  ),
  twice(
    `\\b(?:deal|merger|match|contract|agreement|alliance|talks|rivalry|partnership|difference|choice|dispute)s? (?:between|of|with) (?<n>${NAME}) and \\k<n>(?![\\p{L}\\p{N}])`,
    'Two parties have one name.',
  ),
  twice(
    `(?<!\\p{L})(?<n>${NAME}) (?:\\p{Ll}+ ){0,2}(?:until|before|when|since) [^.]{0,24}(?:became|renamed|was called|rebranded as) \\k<n>(?![\\p{L}\\p{N}])`,
    'It became what it was.',
  ),
]

/** Companies whose names are words of the language as well; only their company tells them apart. */
const AMBIGUOUS = wordSet(
  'apple meta oracle shell target slack zoom stripe square windows signal notion orange visa uber',
)
const UNMISTAKABLE = wordSet(
  'google amazon microsoft netflix facebook instagram youtube linkedin spotify samsung nvidia wikipedia mozilla tiktok whatsapp',
)
const DOES =
  wordSet(`announced announces said says told tells declined sued sues launched launches released unveiled
employees employee shares shareholders stock ceo spokesman spokeswoman spokesperson executives engineers refused argued
paid bought acquired agreed admitted has will wants update store`)
const AMBIGUOUS_DOES =
  wordSet(`announced said told declined sued launched unveiled employees shares shareholders ceo
spokesman spokeswoman spokesperson executives`)
const GROWN = wordSet(
  'juice sauce cider crumble strudel orchard orchards tart butter peel core cores blossom tree trees pie pies jam jelly brandy vinegar turnover turnovers',
)
const EATEN =
  wordSet(`peel peeled peels eat eats ate eaten bite bit bake baked core slice sliced chop chopped pick picked
juicy ripe rotten green crab cooking`)

/** What is written of companies, and what of fruit: where one stands without an article, its sentence tells which. */
const OF_TRADE =
  /\b(?:shares?|stocks?|smartphones?|phones?|iPhones?|iPads?|Macs?|App Store|regulators?|Commission|lawsuit|antitrust|court|judge|developers?|software|chips?|market|C[EFT]O|chief executive|Tim Cook|Steve Jobs|suppliers?|fined|Google|Samsung|Microsoft|Amazon|Facebook|Meta|Xiaomi|employees|engineers|company|products)\b/u
const OF_FOOD =
  /\b(?:pies?|cider|orchards?|fruits?|juice|recipes?|bak\p{Ll}+|cook\p{Ll}*|eat\p{Ll}*|trees?|harvests?|growers?|peel\p{Ll}*|pears?|sugar|oven|crumble|cinnamon|sauce)\b/u

const isBareName = (word: Word, words: readonly Word[], i: number, { text, kind }: Text): boolean => {
  if (stem(word) !== 'apple' || isArticle(words[i - 1]) || OF_FOOD.test(text)) return false
  const opensSentence = kind === 'paragraph' && /[.!?]$/.test(text) && (i === 0 || /[.!?]\s+$/.test(word.gap))
  return opensSentence || OF_TRADE.test(text)
}

const isOfCompany = (word: Word, words: readonly Word[], i: number): boolean => {
  const [previous, next] = [words[i - 1], words[i + 1]]
  // without an article none of the words can be the subject of a sentence, the company can
  const does = AMBIGUOUS.has(stem(word)) && previous && EATEN.has(previous.lower) ? AMBIGUOUS_DOES : DOES
  const owns =
    /['’]s$/.test(word.text) &&
    isNext(next) &&
    /^(?:chief|ceo|lawyers|shares|employees|list|founder|board|keynote|app|products?)$/.test(next.lower)
  const isCounted = isArticle(previous) || isArticle(words[i - 2])
  return owns || (isNext(next) && does.has(next.lower) && !isCounted)
}

const isArticle = (word: Word | undefined) =>
  word !== undefined &&
  /^(?:an?|the|my|his|her|their|our|its|one|each|every|another|this|that|no)$/.test(word.lower)
const stem = ({ lower }: Word) => lower.replace(/['’]s$/, '')

/** “apple announced”, “peeled an Apple”: the name and the word that it was made of, taken for each other. */
function* casesIn(whole: Text): Generator<Found> {
  const { words, text } = whole
  for (const [i, word] of words.entries()) {
    const name = stem(word)
    const isKnownName = AMBIGUOUS.has(name) || UNMISTAKABLE.has(name)
    if (word.isCode || !isKnownName) continue
    const place = { from: word.from, to: word.from + name.length }
    const proper =
      name === 'youtube'
        ? 'YouTube'
        : name === 'linkedin'
          ? 'LinkedIn'
          : name.charAt(0).toUpperCase() + name.slice(1)
    const previous = words[i - 1]
    const next = words[i + 1]
    const isAddress = /^[./@]\w/.test(text.slice(word.to))
    const isVerb =
      name === 'google' &&
      (/^(?:to|just|then|can|will|would|i|i['’]d|you|we|they|people|and|or|still)$/.test(
        previous?.lower ?? '',
      ) ||
        (isNext(next) && /^(?:it|them|him|her|you|me|us|yourself|how|what|why|who)$/.test(next.lower))) &&
      !/['’]s$/.test(word.text)
    const isLower = word.text === word.lower
    const isWarrior = name === 'amazon' && /^an?$/.test(previous?.lower ?? '')
    if (
      isLower &&
      !isAddress &&
      !isWarrior &&
      (isOfCompany(word, words, i) ||
        isBareName(word, words, i, whole) ||
        (UNMISTAKABLE.has(name) && !isVerb))
    )
      yield {
        ...place,
        why: `The name is written “${proper}”.`,
        mend: `Write “${proper}”.`,
        instead: proper,
      }
    const isFruit =
      (isNext(next) && GROWN.has(next.text)) ||
      (previous !== undefined &&
        isNext(word) &&
        (EATEN.has(previous.lower) || (isArticle(previous) && EATEN.has(words[i - 2]?.lower ?? ''))))
    if (word.text === 'Apple' && !word.opens && isFruit && !(isNext(next) && isCapitalised(next.text)))
      yield { ...place, why: 'The fruit has no capital.', mend: 'Write “apple”.', instead: 'apple' }
  }
}

/** The plural of the fruit, capitalised in the middle of a sentence. */
const APPLES: Pattern = {
  pattern: /\b\p{Ll}+ (?<at>Apples)\b(?! \p{Lu})/dgu,
  why: 'The fruit has no capital.',
  mend: 'Write “apples”.',
  instead: () => 'apples',
}

/** Words made of a name that is no longer there: “Metabook”, “reXed”, “Alphabetd”. */
const MADE: Pattern[] = [
  {
    pattern:
      /\b(?:Meta|Alphabet|Google)book\b|\bre-?X(?:ed|ing|s)?\b|\bAlphabet(?:d|ed|ing|r|rs)\b|\bX(?:ed|ers?)\b/dgu,
    why: 'A name stands inside another word.',
    mend: 'Write the word that stood here before.',
  },
  {
    pattern: /\b(?:pictures?|news|posts?|messages?|videos?|photos?) (?:on|by|in|with) (?<at>Xs)\b/dgu,
    why: 'A name stands inside another word.',
    mend: 'Write the word that stood here before.',
  },
  {
    pattern:
      /\b(?:can|to|will|then|must|should|just),? (?:[\w’' ]+, )?(?<at>Alphabet|Meta|X) (?:it|them|him|her)\b/dgu,
    why: 'A name stands where a verb belongs.',
    mend: 'Write the verb that stood here before.',
  },
  {
    pattern: /, (?<at>Alphabet) (?:it|them|him|her)\b/dgu,
    why: 'A name stands where a verb belongs.',
    mend: 'Write the verb that stood here before.',
  },
]

const findPatterns = matchesOf([...PATTERNS, APPLES, ...MADE])

/** Names that were renamed where they should not have been, or written as the word that they are made of. */
export const findNames = (text: Text): Found[] => [...findPatterns(text), ...casesIn(text)]
