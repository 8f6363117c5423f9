import { matchesOf, type Pattern } from './passage'

// what is American and what a department of computers has: words that only US and IT stand before
const OF_THE_US = `economy dollars? government president presidents senate congress court courts law laws regulators?
treasury military army navy officials? federal sanctions troops embassy citizens? lawmakers senators? market markets
exports imports banks firms companies election elections constitution supreme tariffs`
const OF_IT = `department departments support managers? budgets? infrastructure consultants? consultancy skills sector
teams? staff services? systems? security industry professionals? spending helpdesk projects? directors? companies
strategy equipment outsourcing training costs`

const oneOf = (words: string) => `(?:${words.trim().split(/\s+/).join('|')})`

/** After these “us” may stand beside a noun: “gave us officials”. */
const TAKES_TWO =
  oneOf(`give gives gave given tell tells told show shows showed send sends sent let lets help helps helped
ask asks asked make makes made cost costs teach taught offer offers offered bring brings brought get gets got buy buys
bought call calls called keep kept want wants see saw watch hear heard have had pay paid allow allows allowed promise
promised grant granted deny denied sell sold lend lent`)

const IDIOM =
  oneOf(`important clear possible impossible likely unlikely true hard easy easier difficult necessary worth
best better time known obvious certain common raining fair safe enough`)
const LET_US =
  oneOf(`let told tell tells give gave gives given show showed shows send sent sends join contact help
helped helps ask asked asks teach taught remind reminds reminded follow email call visit meet met trust trusted joined
allow allowed allows remember brought bring brings cost costs leave left write`)
const AFTER_US =
  oneOf(`know to that how what when if on at by for in about have has had two three all around with a an the
some is are were was forget see clear more why where who today now and here via out through again back it our your their this
or but from than`)

const PATTERNS: Pattern[] = [
  {
    pattern: /\bthe (?<at>us)\b(?!['’]?\w)(?! and them\b| vs\b| versus\b)/dg,
    why: 'A pronoun follows “the”.',
    mend: 'The country is written “US”.',
    instead: () => 'US',
  },
  {
    pattern: new RegExp(`\\b(?<!\\b${TAKES_TWO} )(?<at>us) ${oneOf(OF_THE_US)}\\b`, 'dgi'),
    why: 'A pronoun stands before a noun.',
    mend: 'The country is written “US”.',
    instead: () => 'US',
    unless: ({ groups }) => groups?.['at'] === 'US',
  },
  {
    pattern: /(?:^|[.!?]\s)(?:a|A|several|Several) (?<at>us)\b/dg,
    why: 'A pronoun stands where a noun belongs.',
    mend: 'The country is written “US”.',
    instead: () => 'US',
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
    pattern:
      /\b(?:[Tt]he|[Aa]n|[Oo]ur|[Yy]our|[Tt]heir|[Ii]ts|[Mm]y) (?<at>it)\b(?!-)(?! (?:girl|boy|bag|crowd|couple|list|factor))/dg,
    why: 'A pronoun stands where a noun belongs.',
    mend: 'Information technology is written “IT”.',
    instead: () => 'IT',
  },
  {
    pattern: new RegExp(
      `\\b(?:in|In|of|for|and|on|with|new|several|Several|many|Many|some|Some|teaches|other|most|internal|external|corporate) (?<at>it) ${oneOf(OF_IT)}\\b`,
      'dg',
    ),
    why: 'A pronoun stands before a noun.',
    mend: 'Information technology is written “IT”.',
    instead: () => 'IT',
  },
  {
    pattern:
      /\b(?:head|director|chief|manager|heads) of (?<at>it)\b|\b[Bb]oth (?<!\w)(?:it)(?= and (?:finance|HR|legal|marketing|sales)\b)/dg,
    why: 'A pronoun stands where a department belongs.',
    mend: 'Information technology is written “IT”.',
  },
  {
    pattern: new RegExp(
      `\\b(?<at>IT) (?:is|was|seems|becomes|became|will be|would be|may be) (?:not |very |too |more |quite )?${IDIOM}\\b(?= (?:to|that|for|whether|if|when|how)\\b|[.,;])`,
      'dg',
    ),
    why: 'The acronym stands in an idiom of the pronoun.',
    mend: 'The pronoun is written “it”.',
  },
  {
    pattern:
      /\b(?<at>IT) (?:turn(?:s|ed) out|seem(?:s|ed) (?:that|to)|appear(?:s|ed) that|follows that|depends(?! on)|rains|rained|took (?:\w+ ){1,3}to|takes (?:\w+ ){1,3}to)\b/dg,
    why: 'The acronym stands in an idiom of the pronoun.',
    mend: 'The pronoun is written “it”.',
  },
  {
    pattern:
      /\b(?:mak(?:e|es|ing)|made|find|finds|found|think|thought) (?<at>IT) (?:easier|easy|harder|hard|possible|impossible|clear|difficult|better|worse|work|worth|necessary)\b/dg,
    why: 'The acronym stands in an idiom of the pronoun.',
    mend: 'The pronoun is written “it”.',
    instead: () => 'it',
  },
  {
    pattern:
      /\b(?:sen[dt]|sends|put|puts|took|takes?|bring|brought|gave|gives?|keeps?|kept|picked|turned|switched|wrote|read) (?<at>IT) (?:back|away|on|off|up|down|out|again|there|here|aside|aloud)\b/dg,
    why: 'The acronym is the object of an act that only a thing can suffer.',
    mend: 'The pronoun is written “it”.',
    instead: () => 'it',
  },
  {
    pattern:
      /, (?:but|and|so|which means|because) (?<at>IT) (?:was|is|had been) (?:damaged|lost|late|broken|gone|empty|closed|over|missing|wrong|old|cold|small|large|too)\b/dg,
    why: 'The acronym stands where a pronoun belongs.',
    mend: 'The pronoun is written “it”.',
  },
]

/** “the us economy”, “let US know”, “the it department”, “IT is important that”. */
export const findAcronyms = matchesOf(PATTERNS)
