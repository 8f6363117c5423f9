import { matchesOf, type Pattern } from './passage'

const oneOf = (words: string) => `(?:${words.trim().split(/\s+/).join('|')})`

/** No verbs, so that a pronoun before them stands for something else: “It startups raised money”. */
const NOUNS =
  oneOf(`startups? company|companies researchers? developers? experts? investors? executives? regulation
regulators? laws? policy policies governance ethics safety technology technologies systems? assistants? chatbots?
algorithms? departments? skills industry software literacy strategy sector Act Bill Summit`)
/** These can be verbs, and are nouns where another verb follows: “It models are large”. */
const NOUNS_BEFORE_VERBS = oneOf('models tools agents labs chips images labels stocks teams firms engineers')
const VERBS = oneOf('are were have can could would must should may need')
const ENDINGS = oneOf(
  'powered driven based generated enabled assisted written made led first native ready related specific enhanced',
)

const It = '(?<![\\p{L}\\p{N}])(?<at>It)'
const mend = 'Write the name that stood here.'

/** Where “It” cannot be a pronoun although its capital says nothing: as a sentence begins, and in brackets. */
const PATTERNS: Pattern[] = [
  {
    pattern: new RegExp(`${It} (?:${NOUNS}\\b|${NOUNS_BEFORE_VERBS} ${VERBS}\\b)`, 'dgu'),
    why: '“It” stands before a noun.',
    mend,
  },
  {
    pattern: new RegExp(
      `(?<![\\p{L}\\p{N}])(?<at>It['’]s) (?:${NOUNS}|${NOUNS_BEFORE_VERBS}) ${VERBS}\\b`,
      'dgu',
    ),
    why: '“It” has what only a name has.',
    mend,
  },
  {
    pattern: /(?<=\p{Lu}\/)It(?![\p{L}\p{N}'’])|(?<![\p{L}\p{N}])It(?=\/\p{Lu})/dgu,
    why: '“It” stands beside an acronym, as one of two.',
    mend,
  },
  { pattern: new RegExp(`${It}-${ENDINGS}\\b`, 'dgu'), why: '“It” is a part of a compound.', mend },
  {
    pattern: /\b[Aa]rtificial intelligence \((?<at>It)\)/dgu,
    why: '“It” is explained as an acronym.',
    mend,
  },
  {
    pattern: new RegExp(`${It} \\([Aa]rtificial intelligence\\)`, 'dgu'),
    why: '“It” is explained as an acronym.',
    mend,
  },
]

export const findMisplaced = matchesOf(PATTERNS)
