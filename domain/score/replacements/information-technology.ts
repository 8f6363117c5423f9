import { COUNT, oneOf, TAKES_TWO } from './grammar'
import type { Pattern } from './passage'

/** What a department of computers has. Of some one also says “it supports”, so that what stands before must tell. */
const OF_IT = `department departments support managers? budgets? infrastructure consultants? consultancy skills sector
teams? staff services? systems? security industry professionals? spending helpdesk projects? directors? companies
strategy equipment outsourcing training costs`

/** Before these no pronoun stands, but after a verb that takes two objects or another verb. */
const OF_IT_ALONE =
  oneOf(`departments? managers? directors? chief consultants? consultancy contractors? specialists?
graduates? technicians? administrators? helpdesk infrastructure support jobs desk budget`)
const LETS = oneOf('do does did can could will would should must may might let lets see sees saw hear heard')
const DEPARTMENT =
  oneOf(`finance HR legal law logistics marketing sales procurement facilities engineering accounting
communications operations`)
const IDIOM =
  oneOf(`important clear possible impossible likely unlikely true hard easy easier difficult necessary worth
best better time known obvious certain common raining fair safe enough`)
/** After “important to” these say to whom, and no verb what. */
const NOT_VERBS = oneOf(
  'the an? us me you him her them our my your his their its every\\w* any\\w* many most some all',
)

const TECHNOLOGY = { mend: 'Information technology is written “IT”.', instead: () => 'IT' }

/** “the it department”, “IT is important that”. */
export const INFORMATION_TECHNOLOGY: readonly Pattern[] = [
  {
    pattern:
      /\b(?:[Tt]he|[Aa]n|[Oo]ur|[Yy]our|[Tt]heir|[Ii]ts|[Mm]y) (?<at>it)\b(?!-)(?! (?:girl|boy|bag|crowd|couple|list|factor))/dg,
    why: 'A pronoun stands where a noun belongs.',
    ...TECHNOLOGY,
  },
  {
    pattern: new RegExp(
      `\\b(?:in|In|of|for|and|on|with|new|several|Several|many|Many|some|Some|teaches|other|most|internal|external|corporate) (?<at>it) ${oneOf(OF_IT)}\\b`,
      'dg',
    ),
    why: 'A pronoun stands before a noun.',
    ...TECHNOLOGY,
  },
  {
    pattern: /\b(?:head|director|chief|manager|heads) of (?<at>it)\b/dg,
    why: 'A pronoun stands where a department belongs.',
    ...TECHNOLOGY,
  },
  {
    pattern: new RegExp(
      `\\b(?<at>IT) (?:is|was|seems|becomes|became|will be|would be|may be) (?:not |very |too |more |quite )?${IDIOM}\\b(?= (?:that|whether|if|when|how)\\b| to (?!${NOT_VERBS}\\b)|[.;])`,
      'dg',
    ),
    why: 'The acronym stands in an idiom of the pronoun.',
    mend: 'The pronoun is written “it”.',
  },
  {
    pattern:
      /\b(?<at>IT) (?:turn(?:s|ed) out|seem(?:s|ed) (?:that|to)|appear(?:s|ed) that|follows that|depends(?! on)|rains|rained)\b/dg,
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
      /\b(?:sen[dt]|sends|put|puts|took|takes?|bring|brought|gave|gives?|keeps?|kept|picked|turned|switched|wrote|read) (?<at>IT) (?:back|away|on|off|up|down|out|again|there|here|aside|aloud)\b(?=[.,;!?)]|$)/dg,
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
  {
    pattern: new RegExp(`(?<!\\b(?:${TAKES_TWO}|${LETS}) )\\b(?<at>it) ${OF_IT_ALONE}\\b`, 'dg'),
    why: 'A pronoun stands before a noun.',
    ...TECHNOLOGY,
  },
  {
    pattern: new RegExp(
      `\\b${COUNT} (?<at>it) (?:staff|workers|companies|systems|teams|skills|security|industry)\\b`,
      'dg',
    ),
    why: 'A pronoun stands before a noun.',
    ...TECHNOLOGY,
  },
  {
    pattern: new RegExp(
      `\\bit(?:(?<=\\b${DEPARTMENT}, it)(?= and\\b)|(?<=\\b${DEPARTMENT} and it)(?=[.,;]|$)|(?<=\\b(?:in|of|for|from|across|both|Both|stud(?:y|ies|ied)|teaches|taught) it)(?= and ${DEPARTMENT}\\b))`,
      'dg',
    ),
    why: 'A pronoun stands among departments.',
    ...TECHNOLOGY,
  },
]
