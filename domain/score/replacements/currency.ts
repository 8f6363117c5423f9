import { matchesOf, type Pattern } from './passage'

const money = (pattern: RegExp, why: string, rest: Partial<Pattern> = {}): Pattern => ({
  pattern,
  why,
  mend: 'Keep the currency that the amount is in.',
  ...rest,
})

const NUMBER = '(?:\\d[\\d.,  ]*\\d|\\d)(?: ?(?:million|billion|m|bn|thousand|k))?'
const AMOUNT =
  '(?:\\d+|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|twenty|thirty|forty|fifty|sixty|hundred|a|an|half a|of)'
const RAW =
  '(?:butter|flour|sugar|meat|weight|cheese|coffee|rice|potatoes|apples|beef|muscle|fat|feathers|flesh)'

const PATTERNS: Pattern[] = [
  money(
    /(?:[€£¥]\s?\$|\$\s?[€£¥]|€\s?£|£\s?€|\$\$(?=\d)|€€|££)(?=\s?\d)/dg,
    'Two signs stand before one amount.',
  ),
  money(/\b(?:US|A|C|NZ|HK|R|S|AU|CA)[€£¥]\s?\d+/dg, 'No country has this currency.'),
  money(
    /\b(?:EUR|GBP|CHF|JPY|SEK|NOK)\s?[$£€]\s?\d[\d.,]*|\bUSD\s?[£€]\s?\d[\d.,]*/dg,
    'Code and sign name two currencies.',
  ),
  money(
    new RegExp(`\\$\\s?${NUMBER} (?:euros?|pounds?|yen|francs?)\\b`, 'dg'),
    'Sign and word name two currencies.',
  ),
  money(
    new RegExp(`€\\s?${NUMBER} (?:dollars?|pounds?|yen|francs?)\\b`, 'dg'),
    'Sign and word name two currencies.',
  ),
  money(
    new RegExp(`£\\s?${NUMBER} (?:dollars?|euros?|yen|francs?)\\b`, 'dg'),
    'Sign and word name two currencies.',
  ),
  money(
    new RegExp(
      `\\bUSD ${NUMBER} (?:euros?|pounds?)|\\bEUR ${NUMBER} (?:dollars?|pounds?)|\\bGBP ${NUMBER} (?:dollars?|euros?)`,
      'dg',
    ),
    'Code and word name two currencies.',
  ),
  money(/\b(?:US|USD|EUR|GBP)(?:USD|EUR|GBP)\b/dg, 'Two currencies stand before one amount.'),
  money(/\b(?:Australian|Canadian|Singapore|Zealand|Kong|US) [€£](?!\d)/dg, 'No country has this currency.'),
  money(/\b(?<at>(?:euros?|dollars?)) (?:and )?(?:[\w-]+ )?ounces?\b/dg, 'Weight is not counted in money.', {
    mend: 'Here “pound” was a weight.',
  }),
  money(/\d ?(?:€€|££|\$\$)|\p{Ll}-[€£$](?!\d)/dgu, 'A sign stands where none belongs.'),
  money(
    /\d (?:pence|cents|pounds|euros|dollars) (?:pence|cents|pounds|euros|dollars)\b/dg,
    'Two currencies follow one amount.',
  ),
  money(
    /\b(?<at>(?:euros?|dollars?)) (?:in weight|overweight|heavier|lighter)\b/dg,
    'Weight is not counted in money.',
    {
      mend: 'Here “pound” was a weight.',
    },
  ),
  money(/[€£$]\s(?:dollars?|euros?|pounds?)\b/dg, 'A sign stands before the name of a currency.'),
  money(/\d\s?[€£$]\s?(?:USD|EUR|GBP)\b/dg, 'Sign and code stand together.'),
  money(
    /\b(?:euros?|dollars?) (?:and|,) (?:[\w-]+ )?(?<at>(?:pence|centimes|öre))\b/dg,
    'The small coin belongs to another currency.',
  ),
  money(
    /\bpounds? and (?:[\w-]+ )?(?<at>(?:cents|centimes))\b/dg,
    'The small coin belongs to another currency.',
  ),
  money(/\btwo (?<at>(?:centimes|pence|pennies|euros)) (?:about|on|worth)\b/dg, 'The idiom has cents.', {
    instead: () => 'cents',
  }),
  money(new RegExp(`\\b(?<at>(?:euros?|dollars?)) of ${RAW}\\b`, 'dgi'), 'Goods are weighed in pounds.', {
    mend: 'Here “pound” was a weight.',
    unless: (match, { text }) => /\bworth\b/.test(text.slice(match.index - 12, match.index)),
  }),
  money(
    new RegExp(
      `\\b(?:weigh(?:s|ed|ing)?|los[et]s?|gain(?:s|ed)?) (?:about |some |over |nearly )?(?:${AMOUNT}[ -]?)+(?<at>(?:euros?|dollars?))\\b(?! (?:a|per) (?:day|month|year)| (?:worth|in|on|from)\\b)`,
      'dg',
    ),
    'Weight is not counted in money.',
    {
      mend: 'Here “pound” was a weight.',
      unless: ([all]) => /^(?:los|gain)/.test(all),
    },
  ),
  money(
    /\b(?:euros?|dollars?) per square (?:inch|foot)\b(?= of pressure)/dg,
    'Pressure is not counted in money.',
    { mend: 'Here “pound” was a force.' },
  ),
  money(
    /\b\p{Ll}{2,}(?:euro|dollar)(?:ed|ing|s|ment|ation)?\b|\b(?:dollar|euro)(?:ed|ing|ation|dation|cakes?)\b/dgu,
    'A currency stands inside another word.',
    {
      mend: 'Write the word that stood here before.',
      unless: ([all]) => /^(?:petro|euro|neuro|pan|non|anti|pro)/.test(all) && !/cakes?$/.test(all),
    },
  ),
]

/** “$5 euros”, “€$5”, “twelve euros of weight”. */
export const findCurrency = matchesOf(PATTERNS)
