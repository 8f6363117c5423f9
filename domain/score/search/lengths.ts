import type { Evidence } from '../check'
import { about } from '../evidence'
import type { Facts } from '../facts'
import type { Rule } from '../rule'
import { between } from '../rule'
import { plain } from '../tokens'
import { pixelsOf } from './pixels'

type Line = {
  field: 'title' | 'description'
  size: number
  from: number
  to: number
  none: number
  cut: number
}

/** Full points within `from` and `to` pixels, none at `none` and at `cut`. */
const TITLE: Line = { field: 'title', size: 20, from: 200, to: 600, none: 60, cut: 1000 }
const DESCRIPTION: Line = { field: 'description', size: 14, from: 430, to: 985, none: 150, cut: 1700 }

const SOURCE = 'Where desktop result pages cut the line; Yoast SEO and common crawlers use the same bounds.'

export const titleLength: Rule = {
  id: 'title-length',
  part: 'search',
  weight: 8,
  asks: `The title is ${TITLE.from} to ${TITLE.to} pixels wide, set in Arial at ${TITLE.size} px.`,
  source: SOURCE,
  check: (facts) => lengthOf(facts, TITLE),
}

export const descriptionLength: Rule = {
  id: 'description-length',
  part: 'search',
  weight: 10,
  asks: `There is a description, ${DESCRIPTION.from} to ${DESCRIPTION.to} pixels wide, set in Arial at ${DESCRIPTION.size} px.`,
  source: SOURCE,
  check: (facts) =>
    facts.isBare && facts.subject.description.trim() === '' ? null : lengthOf(facts, DESCRIPTION),
}

function lengthOf(facts: Facts, { field, size, from, to, none, cut }: Line) {
  const { subject } = facts
  const text = subject[field]
  const wide = pixelsOf(text, size)
  const told = pixelsOf(withoutRepeats(text), size)
  const share = wide > to ? between(wide, to, cut) : between(told, from, none)
  const evidence = (why: string, mend: string): Evidence => about(subject, field, { why, mend })
  if (text.trim() === '')
    return {
      share: 0,
      evidence: [
        evidence(`There is no ${field}.`, `Write one of about ${field === 'title' ? 50 : 150} characters.`),
      ],
    }
  if (share === 1) return { share, evidence: [] }
  if (wide > to)
    return {
      share,
      evidence: [
        evidence(`${wide} pixels wide; result pages cut it at ${to}.`, 'Say the same in fewer words.'),
      ],
    }
  return {
    share,
    evidence: [
      evidence(
        `Only ${told} pixels wide, and there is room for ${to}.`,
        'Say more of what the article says.',
      ),
    ],
  }
}

/** A word that is said again tells nothing more: only the first two times count, so that repeating fills no line. */
function withoutRepeats(text: string): string {
  const times = new Map<string, number>()
  return text
    .split(/\s+/)
    .filter((word) => {
      const key = plain(word).replace(/[^\p{L}\p{N}]/gu, '')
      const before = times.get(key) ?? 0
      times.set(key, before + 1)
      return before < (key.length > 3 ? 1 : 3)
    })
    .join(' ')
}
