import { replaceIn, type Change } from '../replace/apply'
import { endOf, startOf, type TextField } from '../replace/find'
import type { RevisionInput } from '../revision'
import type { Check, Evidence } from './check'
import { type Block, readDocument } from './reading'
import { isSame, type Passage, passageOf, textsOf } from './waivers'

/** A place whose mend is certain, in its context. `passages`: what the checks that found it say that it is about. */
export type Suggestion = Change & {
  key: string
  found: string
  before: string
  after: string
  why: string
  passages: Passage[]
}

const FIELDS: Partial<Record<Evidence['where']['field'], TextField>> = {
  title: 'title',
  summary: 'summary',
  description: 'description',
  keyphrase: 'keyphrase',
  caption: 'leadCaption',
}

/** What can be mended with certainty in the revision that was scored, but for what somebody let be. */
export function suggestionsIn(
  checks: readonly Check[],
  revision: RevisionInput,
  letBe: readonly Passage[],
): Suggestion[] {
  const { blocks } = readDocument(revision.document)
  const texts = textsOf(revision, null, blocks)
  const suggestions: Suggestion[] = []
  const found = checks.flatMap(({ id, evidence }) => evidence.map((each) => ({ id, each })))
  const sorted = found.toSorted(
    (a, b) => blockOf(a.each) - blockOf(b.each) || fromOf(a.each) - fromOf(b.each),
  )
  for (const { id, each } of sorted) {
    const suggestion = suggestionOf(each, revision, blocks)
    const passage = passageOf(id, each, texts)
    if (!suggestion || !passage) continue
    const same = suggestions.find((other) => overlap(other, suggestion))
    // two checks may have found one place, which can be mended once
    if (same) same.passages.push(passage)
    else suggestions.push({ ...suggestion, passages: [passage] })
  }
  return suggestions.filter(
    ({ passages }) => !passages.some((passage) => letBe.some((each) => isSame(each, passage))),
  )
}

/** The revision with what was suggested. */
export const mended = (revision: RevisionInput, suggestions: readonly Suggestion[]): RevisionInput =>
  replaceIn(revision, suggestions)

// titles and the like first, then the text from its beginning
const blockOf = ({ where }: Evidence) => ('block' in where ? where.block : -1)
const fromOf = ({ where }: Evidence) => where.from ?? 0

function suggestionOf(
  { where, quote, why, instead }: Evidence,
  revision: RevisionInput,
  blocks: readonly Block[],
): Omit<Suggestion, 'passages'> | null {
  const { from, to } = where
  if (instead === undefined || from === undefined || to === undefined) return null
  const block = 'block' in where ? where.block : null
  const field = FIELDS[where.field]
  const path = block === null ? undefined : blocks[block]?.path
  const place = path ? ({ field: 'body', path } as const) : field && { field }
  const text = block === null ? field && revision[field] : blocks[block]?.text
  if (!place || text?.slice(from, to) !== quote) return null
  return {
    ...{ place, from, to, instead, why, found: quote },
    key: `${where.field} ${block ?? 0} ${from} ${to}`,
    before: startOf(text, from),
    after: endOf(text, to),
  }
}

const placeOf = ({ place }: Change) => (place.field === 'body' ? place.path.join() : place.field)
const overlap = (a: Change, b: Change) => placeOf(a) === placeOf(b) && a.from < b.to && b.from < a.to
