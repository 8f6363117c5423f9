import { COUNT, oneOf, TAKES_TWO } from './grammar'
import type { Pattern } from './passage'

// what is American: words that only US stands before
const OF_THE_US = `economy dollars? government president presidents senate congress court courts law laws regulators?
treasury military army navy officials? federal sanctions troops embassy citizens? lawmakers senators? market markets
exports imports stocks newspapers airlines carmakers manufacturers inflation banks firms companies election elections constitution supreme tariffs`

const LET_US =
  oneOf(`let told tell tells give gave gives given show showed shows send sent sends join contact help
helped helps ask asked asks teach taught remind reminds reminded follow email call visit meet met trust trusted joined
allow allowed allows remember brought bring brings cost costs leave left write`)
const AFTER_US =
  oneOf(`know to that how what when if on at by for in about have has had two three all around with a an the
some is are were was forget see clear more why where who today now and here via out through again back it our your their this
or but from than`)

const COUNTRY = { mend: 'The country is written “US”.', instead: () => 'US' }

/** “the us economy”, “let US know”. */
export const UNITED_STATES: readonly Pattern[] = [
  {
    pattern: /\bthe (?<at>us)\b(?!['’]?\w)(?! and them\b| vs\b| versus\b)/dg,
    why: 'A pronoun follows “the”.',
    ...COUNTRY,
  },
  {
    pattern: new RegExp(`\\b(?<!\\b${TAKES_TWO} )(?<at>us) ${oneOf(OF_THE_US)}\\b`, 'dgi'),
    why: 'A pronoun stands before a noun.',
    ...COUNTRY,
    unless: ({ groups }) => groups?.['at'] === 'US',
  },
  {
    pattern: /(?:^|[.!?]\s)(?:a|A|several|Several) (?<at>us)\b/dg,
    why: 'A pronoun stands where a noun belongs.',
    ...COUNTRY,
  },
  {
    pattern: new RegExp(`\\b${LET_US} (?<at>US)\\b(?=[.,;:!?)]|$| ${AFTER_US}\\b)`, 'dgi'),
    why: 'The country stands where a pronoun belongs.',
    mend: 'The pronoun is written “us”.',
    instead: () => 'us',
    unless: ([all]) => !all.endsWith('US'),
  },
  {
    pattern: new RegExp(
      `\\b(?:with|of|for|to|from|among|between|behind) (?<at>US)(?! (?:and|or|to|but) \\p{Lu}|, \\p{Lu})(?=[.,;!?)]|$| ${AFTER_US}\\b)`,
      'dgu',
    ),
    why: 'The country, without “the”, stands where a pronoun belongs.',
    mend: 'The pronoun is written “us”.',
    instead: () => 'us',
    unless: (_, { kind }) => kind === 'heading' || kind === 'cell',
  },
  {
    pattern: /\b(?<at>us)-(?:based|led|made|owned|backed|born|listed|trained|style|funded)\b/dg,
    why: 'A pronoun is a part of a compound.',
    ...COUNTRY,
  },
  {
    pattern: new RegExp(
      `\\bus(?<=(?:\\b(?:${COUNT}|large|big|major|small|former|senior|top|leading|foreign) |^|[.!?] )us)(?= \\p{Ll})`,
      'dgu',
    ),
    why: 'A pronoun stands where a noun belongs.',
    ...COUNTRY,
  },
]
