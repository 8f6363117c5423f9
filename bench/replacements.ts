import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { countWords } from '@/domain/document/text'
import type { Evidence } from '@/domain/score/check'
import { damagedPlaces } from '@/domain/score/replacements/rules'
import type { Suspect } from '@/domain/score/replacements/signs'
import { atLeast, atMost, type Findings } from './report'
import { isTuned, type Labelled, readLabelled, type Set, suspectOf } from './labelled'

export type Half = {
  passages: number
  damaged: number
  caught: number
  recall: number
  words: number
  falseAlarms: number
  missed: string[]
  alarms: string[]
}

const STARTER = 'db/starter/articles'

/** The articles of the starter content, long and clean. */
const longTexts = () =>
  readdirSync(STARTER)
    .filter((file) => file.endsWith('.md'))
    .map((file) => {
      const [, head = '', markdown = ''] =
        /^---\n(.*?)\n---\n(.*)$/s.exec(readFileSync(join(STARTER, file), 'utf8')) ?? []
      const title = /^title: (.*)$/m.exec(head)?.[1] ?? ''
      return { file, suspect: suspectOf(markdown, { title }) }
    })

const wordsIn = ({ blocks }: Suspect) => countWords(blocks.map(({ text }) => text).join('\n\n'))

const isCaught = ({ damaged }: Labelled, found: Evidence[]) =>
  found.some(
    ({ where }) =>
      where.field === 'body' &&
      damaged.some(({ block, from, to }) => block === where.block && where.from < to && from < where.to),
  )

/** How many damaged passages are found at a place that is damaged, and how many clean places are called damaged. */
export function measureHalf(set: Set, wanted: 'tuned' | 'held-out'): Half {
  const isWanted = (tuned: boolean) => tuned === (wanted === 'tuned')
  const half: Half = {
    passages: 0,
    damaged: 0,
    caught: 0,
    recall: 0,
    words: 0,
    falseAlarms: 0,
    missed: [],
    alarms: [],
  }
  const clean = (name: string, suspect: Suspect) => {
    const found = damagedPlaces(suspect)
    half.words += wordsIn(suspect)
    half.falseAlarms += found.length
    half.alarms.push(...found.map(({ quote, why }) => `${name}: “${quote}” ${why}`))
  }
  for (const passage of readLabelled(set).filter(({ isTuned }) => isWanted(isTuned))) {
    half.passages++
    if (passage.damaged.length === 0) {
      clean(passage.line, passage.suspect)
      continue
    }
    half.damaged++
    if (isCaught(passage, damagedPlaces(passage.suspect))) half.caught++
    else half.missed.push(`${passage.kind}: ${passage.line}`)
  }
  if (set === 'labelled')
    for (const { file, suspect } of longTexts()) if (isWanted(isTuned(file))) clean(file, suspect)
  half.recall = half.caught / half.damaged
  return half
}

/** What the rules against damaged replacements find, and what they take for damage. */
export function replacements(): Promise<Findings> {
  const row = (name: string, half: Half) => [
    name,
    half.passages,
    half.damaged,
    half.caught,
    half.recall,
    half.words,
    half.falseAlarms,
  ]
  const texts = longTexts().map(({ suspect }) => suspect)
  const whole = { ...suspectOf(''), blocks: texts.flatMap(({ blocks }) => blocks) }
  const cold = millisecondsOf(whole)
  const warm = millisecondsOf(whole)
  const [tuned, heldOut] = [measureHalf('labelled', 'tuned'), measureHalf('labelled', 'held-out')]
  const [blindTuned, blind] = [measureHalf('blind', 'tuned'), measureHalf('blind', 'held-out')]
  return Promise.resolve({
    how: `Passages of ten kinds written for this, damaged and clean, and the starter articles as long clean texts, split in \
halves by a hash of each. The rules were tuned on one half and are measured on the other. A damaged passage counts as found \
where a place that is damaged is named. The labelled passages were written by the hand that wrote the rules. The blind ones \
were written before their writer had seen a rule or a labelled passage, the clean ones among them to tempt: there rules 3 \
found 0.550 of one half and 0.545 of the other, with 7 false alarms in 2,393 clean words and 5 in 1,980. Rules 4 were then \
tuned on the first half, by whoever had written both: what they miss of the second was not looked at, and its passages \
were remembered in part, so that the true figure is somewhat lower.`,
    tables: [
      {
        columns: ['half', 'passages', 'damaged', 'found', 'recall', 'clean words', 'false alarms'],
        rows: [
          row('labelled, tuned on', tuned),
          row('labelled, held out', heldOut),
          row('blind, tuned on', blindTuned),
          row('blind, held out', blind),
        ],
      },
    ],
    checks: [
      atLeast('recall, held out', heldOut.recall, 0.95),
      atMost('false alarms in 2 000 clean words, held out', (heldOut.falseAlarms / heldOut.words) * 2_000, 1),
      atLeast('recall, blind and held out', blind.recall, 0.95),
      atMost(
        'false alarms in 2 000 clean words, blind and held out',
        (blind.falseAlarms / blind.words) * 2_000,
        1,
      ),
      atMost(
        `${wordsIn(whole).toLocaleString('en')} words looked through for the first time`,
        cold,
        400,
        ' ms',
      ),
      atMost('and again', warm, 50, ' ms'),
    ],
  })
}

function millisecondsOf(suspect: Suspect): number {
  const began = performance.now()
  damagedPlaces(suspect)
  return performance.now() - began
}
