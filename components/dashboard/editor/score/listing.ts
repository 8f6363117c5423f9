import type { Part, Place } from '@/domain/score/check'
import type { GateGroup } from '@/domain/score/gate'
import type { Found, JudgedCheck } from '@/domain/score/judgement'
import type { Tone } from './problems'

/** Something that a check found, as the editor shows it. */
export type Problem = Found & { check: string; part: Part; tone: Tone; group: GateGroup | null }

// as the page has them, from its head to the end of what stands beside the text
const ORDER: Place['field'][] = [
  'title',
  'summary',
  'body',
  'slug',
  'lead-image',
  'caption',
  'description',
  'keyphrase',
  'language',
  'site',
]

const toneOf = ({ stops, part }: JudgedCheck): Tone =>
  stops ? 'stops' : part === 'integrity' ? 'flaw' : 'advice'

const keyOf = ({ where }: Found): number[] => [
  ORDER.indexOf(where.field),
  'block' in where ? where.block : 0,
  where.from ?? 0,
]

function inOrder(a: Found, b: Found): number {
  const [left, right] = [keyOf(a), keyOf(b)]
  const differing = left.findIndex((value, i) => value !== right[i])
  return differing < 0 ? 0 : (left[differing] ?? 0) - (right[differing] ?? 0)
}

/** Everything that was found, in the order of the page. */
export const listProblems = (checks: readonly JudgedCheck[]): Problem[] =>
  checks
    .flatMap((check) =>
      check.evidence.map((found) => ({
        ...found,
        check: check.id,
        part: check.part,
        tone: toneOf(check),
        group: check.stops,
      })),
    )
    .sort(inOrder)

/** Those that are mended as this one is: all at once makes one step. */
export const listAlike = (problems: readonly Problem[], { check, quote, instead }: Problem): Problem[] =>
  instead === undefined
    ? []
    : problems.filter(
        (each) =>
          each.check === check && each.quote === quote && each.instead === instead && each.waiver === null,
      )
