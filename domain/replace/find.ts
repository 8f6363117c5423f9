import type { DocumentNode } from '../document/stored'
import type { RevisionInput } from '../revision'
import { type Block, readDocument } from '../score/reading'
import type { Guard } from './guards'
import { insteadOf, patternOf, type ReplaceQuery } from './query'

/** The fields that are prose. */
export const TEXT_FIELDS = ['title', 'summary', 'description', 'keyphrase', 'leadCaption'] as const
export type TextField = (typeof TEXT_FIELDS)[number]

/** `alt` is the alternative text of the image at a path, `slug` the address of the article. */
export type Place = { field: TextField | 'slug' } | { field: 'body' | 'alt'; path: number[] }

/** One place where the words stand, counted through the revision; `from` and `to` are offsets in its text. */
export type Hit = {
  index: number
  place: Place
  from: number
  to: number
  found: string
  instead: string
  before: string
  after: string
  /** Why it is left alone; null where it may be replaced. */
  guard: Guard | null
}

const CONTEXT = 60

/** Every place where a revision says what is looked for. `names` are those of people and of the site. */
export function findIn(revision: RevisionInput, query: ReplaceQuery, names: readonly string[]): Hit[] {
  const pattern = patternOf(query)
  const hits: Hit[] = []
  const look = (place: Place, text: string, guardOf: (from: number, to: number) => Guard | null) => {
    const named = query.open.includes('name') ? [] : spansOf(text, names)
    for (const match of text.matchAll(pattern)) {
      const from = match.index
      const to = from + match[0].length
      const guard = guardOf(from, to) ?? (isWithin(named, from, to) ? 'name' : null)
      hits.push({
        index: hits.length,
        place,
        ...{ from, to, found: match[0] },
        instead: insteadOf(match[0], query),
        before: startOf(text, from),
        after: endOf(text, to),
        guard: guard && query.open.includes(guard) ? null : guard,
      })
    }
  }
  for (const field of TEXT_FIELDS) {
    const quoted = quotedIn(revision[field])
    look({ field }, revision[field], (from, to) => (isWithin(quoted, from, to) ? 'quote' : null))
  }
  for (const block of readDocument(revision.document).blocks)
    look({ field: 'body', path: block.path }, block.text, guardIn(block, revision))
  for (const { path, alt } of imagesIn(revision.document.doc, [])) {
    const quoted = quotedIn(alt)
    look({ field: 'alt', path }, alt, (from, to) => (isWithin(quoted, from, to) ? 'quote' : null))
  }
  return hits
}

function imagesIn(node: DocumentNode, path: number[]): { path: number[]; alt: string }[] {
  const alt = node.type === 'figure' ? node.attrs?.['alt'] : undefined
  if (typeof alt === 'string') return [{ path, alt }]
  return (node.content ?? []).flatMap((child, i) => imagesIn(child, [...path, i]))
}

type Span = readonly [from: number, to: number]

const isWithin = (spans: readonly Span[], from: number, to: number) =>
  spans.some((span) => span[0] < to && from < span[1])

function guardIn(block: Block, { document }: RevisionInput): (from: number, to: number) => Guard | null {
  const isCitation = block.kind === 'caption' && nodeType(document.doc, block.path) === 'blockquote'
  const marked = (kind: 'code' | 'link') =>
    block.marks.filter((mark) => mark.kind === kind).map(({ from, to }): Span => [from, to])
  const [code, links, quoted] = [marked('code'), marked('link'), quotedIn(block.text)]
  return (from, to) => {
    if (block.kind === 'code' || isWithin(code, from, to)) return 'code'
    if (block.kind === 'quote' || isCitation || isWithin(quoted, from, to)) return 'quote'
    return isWithin(links, from, to) ? 'link' : null
  }
}

type Node = { type: string; content?: Node[] }
const nodeType = (doc: Node, path: number[]) =>
  path.reduce<Node | undefined>((node, i) => node?.content?.[i], doc)?.type

/** What stands in quotation marks within a text. */
const quotedIn = (text: string): Span[] =>
  [...text.matchAll(/“[^“”]{1,600}”|(?<![\p{L}\p{N}])"[^"]{1,600}"(?![\p{L}\p{N}])/gu)].map(
    ({ 0: quote, index }) => [index, index + quote.length],
  )

function spansOf(text: string, names: readonly string[]): Span[] {
  const spans: Span[] = []
  for (const name of names)
    for (let at = text.indexOf(name); name !== '' && at !== -1; at = text.indexOf(name, at + 1))
      spans.push([at, at + name.length])
  return spans
}

/** The words before a place, and `endOf` those behind it. */
export function startOf(text: string, from: number): string {
  const start = text.slice(Math.max(0, from - CONTEXT), from)
  return from > CONTEXT ? `… ${start.replace(/^\S*\s+/, '')}` : start
}

export function endOf(text: string, to: number): string {
  const end = text.slice(to, to + CONTEXT)
  return text.length - to > CONTEXT ? `${end.replace(/\s+\S*$/, '')} …` : end
}
