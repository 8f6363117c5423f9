import { parseArgs } from 'node:util'
import { accepted } from './accepted'
import { find, stopAll, tidyUpAtExit } from './children'
import { cold } from './cold'
import { fresh } from './fresh'
import type { Size } from './large'
import { memory } from './memory'
import { mentioned } from './mentioned'
import { misses } from './misses'
import { moderation } from './moderation'
import { rendered } from './rendered'
import { replacements } from './replacements'
import { type Findings, keep, machine, write } from './report'
import { scored } from './scored'
import { scoring } from './scoring'
import { served } from './served'
import { servedLarge } from './served-large'
import { threads } from './threads'
import { weight } from './weight'

type Part = { letter: string; title: string; measure: (size: Size) => Promise<Findings> }
const PARTS: Part[] = [
  { letter: 'a', title: 'Finished pages', measure: served },
  { letter: 'b', title: 'Reading while others write', measure: fresh },
  { letter: 'c', title: 'Pages that are not kept', measure: misses },
  { letter: 'd', title: 'Comments taken', measure: accepted },
  { letter: 'e', title: 'Memory', measure: memory },
  { letter: 'f', title: 'Cold start', measure: cold },
  { letter: 'g', title: 'Weight', measure: weight },
  { letter: 'h', title: 'Finished pages of a large site', measure: servedLarge },
  { letter: 'i', title: 'Pages of a large site', measure: rendered },
  { letter: 'j', title: 'Discussions of any size', measure: threads },
  { letter: 'k', title: 'Rules against spam', measure: moderation },
  { letter: 'm', title: 'Mentions beside visitors', measure: mentioned },
  { letter: 'q', title: 'Scoring beside visitors', measure: scored },
  { letter: 'r', title: 'Damaged replacements', measure: replacements },
  { letter: 's', title: 'The score of an article', measure: scoring },
]
const letters = PARTS.map(({ letter }) => letter)
const headingOf = ({ letter, title }: Part) => `(${letter}) ${title}`

const { values } = parseArgs({
  options: {
    only: { type: 'string', default: letters.join() },
    articles: { type: 'string', default: '100000' },
    comments: { type: 'string', default: '1000000' },
  },
})
const size = { articles: Number(values.articles), comments: Number(values.comments) }
const chosen = values.only.split(',')
const unknown = chosen.filter((letter) => !letters.includes(letter))
if (unknown.length > 0) refuse(`There is no part ${unknown.join()}: choose from ${letters.join()}.`)
const missing = ['wrk', 'nginx'].filter((program) => !find(program))
if (missing.length > 0) refuse(`The bench needs ${missing.join(' and ')}: apt install ${missing.join(' ')}`)

tidyUpAtExit()
// the tree may move on while a long run measures what was built before
const where = machine()
for (const part of PARTS.filter(({ letter }) => chosen.includes(letter))) {
  const heading = headingOf(part)
  try {
    const findings = await part.measure(size)
    const text = write(heading, findings, where)
    keep(PARTS.map(headingOf), heading, text)
    console.log(text)
    if (findings.checks.some(({ met }) => !met)) process.exitCode = 1
  } catch (error) {
    console.error(`${heading} could not be measured:`, error)
    process.exitCode = 1
  }
  await stopAll()
}

function refuse(message: string): never {
  console.error(message)
  process.exit(1)
}
