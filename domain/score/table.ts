import type { Part } from './check'
import { PARTS } from './check'
import { ENOUGH_WORDS } from './extent'
import { RULES } from './rules'
import { shareOf } from './total'
import { RULES_VERSION } from './version'
import { checkName, PART_NAMES, PART_QUESTIONS } from './words'

const WHOLE: Record<Part, number> = { search: 100, readability: 100, integrity: 100 }

const INTRODUCTION = `# The score

What the rules ask, what each is worth and where it comes from, in version ${RULES_VERSION}. This page is written by
\`npm run score-rules\` from \`domain/score/\`; a test fails where the two differ.

The score of an article is made of three parts that are shown apart, each out of 100, and one total:

> total = ${PARTS.map((part) => `${shareOf(part, WHOLE)} × ${PART_NAMES[part].toLowerCase()}`).join(' + ')}

A rule that does not apply is left out, and the others of its part share its points in proportion to their weights. A
part without a rule that applies is not scored, and its share goes to the others. No rule is worth more than 15 of the
total before that. Every point that is missing has its evidence: the words, where they stand, why they cost and how to
mend them.

The same input has the same score: nothing is asked of the clock or of the network while it is made, and what other
articles and the network contribute is part of the input. Nobody gains by repeating: an address, a heading or a sentence
counts once, what cannot be seen counts never, and where a keyphrase is stuffed, it earns nothing, and the sentences and
headings that hold it count only where they are at fault.

A text of fewer than ${ENOUGH_WORDS} words earns only that share of the points of every rule: nothing is wrong in an empty article,
and nothing is proven by it.

Readability is scored in English. In other languages, and of texts of fewer than three sentences, it is not.
`

const cell = (text: string) => text.replaceAll('|', '\\|')

function section(part: Part): string {
  const rows = RULES.filter((rule) => rule.part === part).map(
    ({ id, weight, asks, source }) =>
      `| ${checkName(id)} (\`${id}\`) | ${weight} | ${(weight * shareOf(part, WHOLE)).toFixed(1)} | ${cell(asks)} | ${cell(source)} |`,
  )
  return [
    `## ${PART_NAMES[part]}`,
    '',
    PART_QUESTIONS[part],
    '',
    '| rule | of 100 | of the total | what it asks | source |',
    '| --- | ---: | ---: | --- | --- |',
    ...rows,
    '',
  ].join('\n')
}

/** The page of the docs about the rules, as Markdown. */
export const rulesPage = (): string => [INTRODUCTION, ...PARTS.map(section)].join('\n')
