import type { Evidence } from '../check'
import { at } from '../evidence'
import type { BodyPassage, Passage } from '../facts'
import { codeFree } from '../passages'
import type { Rule } from '../rule'
import { lessEach } from '../rule'

const SIGN = /[“”„«»"]/gu

export const quotesClosed: Rule = {
  id: 'quotes-closed',
  part: 'integrity',
  weight: 2,
  asks: 'Every quotation mark that opens is closed in its paragraph, or opened again by the next; each costs half.',
  source: 'Copy-editing practice.',
  check: ({ passages, body }) =>
    lessEach(
      passages.flatMap((passage) => unclosed(passage, body)),
      0.5,
    ),
}

function unclosed(passage: Passage, body: BodyPassage[]): Evidence[] {
  const text = codeFree(passage)
  // German closes with what English opens with, and either way round of these is somewhere right
  if (/„/u.test(text) || (/[«»]/u.test(text) && !isPaired(text))) return []
  const curly = curlyIn(text)
  const straight = Array.from(text.matchAll(/"/g)).filter(({ index }) => !isInches(text, index))
  const last = straight.at(-1)
  const evidence: Evidence[] = []
  if (curly?.kind === 'open' && !goesOn(passage, body)) evidence.push(open(passage, curly.index))
  if (curly?.kind === 'closed' && !cameFrom(passage, body))
    evidence.push(
      at(passage, curly.index, curly.index + 1, {
        why: 'This quotation mark closes what was never opened.',
        mend: 'Put the opening mark where the quotation begins.',
      }),
    )
  if (last && straight.length % 2 === 1) evidence.push(open(passage, last.index))
  return evidence
}

const open = (passage: Passage, index: number): Evidence =>
  at(passage, index, index + 1, {
    why: 'This quotation is never closed.',
    mend: 'Put the closing mark where the quotation ends.',
  })

/** The first curly mark without its partner. */
function curlyIn(text: string): { kind: 'open' | 'closed'; index: number } | null {
  let open: number | null = null
  for (const { 0: sign, index } of text.matchAll(SIGN)) {
    if (sign === '“') {
      if (open !== null) return { kind: 'open', index: open }
      open = index
    } else if (sign === '”') {
      if (open === null) {
        if (isInches(text, index)) continue
        return { kind: 'closed', index }
      }
      open = null
    }
  }
  return open === null ? null : { kind: 'open', index: open }
}

const isInches = (text: string, index: number) =>
  /\d$/.test(text.slice(0, index)) && !/^["”][\s,.]*$/.test(text.slice(index))
const isPaired = (text: string) => (text.match(/«/g)?.length ?? 0) === (text.match(/»/g)?.length ?? 0)

/** A quotation of several paragraphs opens each of them again and closes the last alone. */
const goesOn = (passage: Passage, body: BodyPassage[]) =>
  passage.field === 'body' && /^\s*“/u.test(body[passage.index + 1]?.text ?? '')
const cameFrom = (passage: Passage, body: BodyPassage[]) =>
  passage.field === 'body' && curlyIn(body[passage.index - 1]?.text ?? '')?.kind === 'open'
