import type { DocumentNode } from '../document/stored'
import type { RevisionInput } from '../revision'
import type { Hit } from './find'

/** What is put where; offsets are in the text of the field or block. */
export type Change = Pick<Hit, 'place' | 'from' | 'to' | 'instead'>

/** The revision with the hits replaced, in text and across marks; where none is in a part, that part is the same. */
export function replaceIn(revision: RevisionInput, hits: readonly Change[]): RevisionInput {
  const changed: RevisionInput = { ...revision }
  const byPath = new Map<string, Change[]>()
  // from the end, so that offsets before it hold
  for (const hit of hits.toSorted((a, b) => b.from - a.from)) {
    const { place } = hit
    if (place.field === 'slug') continue
    if ('path' in place) {
      const key = keyOf(place.field, place.path)
      byPath.set(key, [...(byPath.get(key) ?? []), hit])
    } else changed[place.field] = spliced(changed[place.field], hit)
  }
  if (byPath.size > 0)
    changed.document = { ...revision.document, doc: rewritten(revision.document.doc, [], byPath) }
  return changed
}

const spliced = (text: string, { from, to, instead }: Change) =>
  text.slice(0, from) + instead + text.slice(to)

const keyOf = (field: 'body' | 'alt', path: number[]) => `${field} ${path.join()}`

function rewritten(given: DocumentNode, path: number[], byPath: ReadonlyMap<string, Change[]>): DocumentNode {
  const node = withAttribute(given, 'alt', byPath.get(keyOf('alt', path)) ?? [])
  const hits = byPath.get(keyOf('body', path)) ?? []
  const name = captionOf(node)
  if (name !== null) return withAttribute(withChildren(node, path, byPath), name, hits)
  return hits.length > 0
    ? { ...node, content: hits.reduce(inlined, node.content ?? []) }
    : withChildren(node, path, byPath)
}

function withAttribute(node: DocumentNode, name: string, hits: readonly Change[]): DocumentNode {
  if (hits.length === 0) return node
  const text = hits.reduce(spliced, String(node.attrs?.[name]))
  return { ...node, attrs: { ...node.attrs, [name]: text.replace(/\s+/g, ' ').trim() } }
}

const withChildren = (node: DocumentNode, path: number[], byPath: ReadonlyMap<string, Change[]>) =>
  node.content
    ? { ...node, content: node.content.map((child, i) => rewritten(child, [...path, i], byPath)) }
    : node

/** The attribute in which a node has words of its own. */
function captionOf({ type }: DocumentNode): string | null {
  if (type === 'figure') return 'caption'
  if (type === 'embed') return 'title'
  return type === 'blockquote' ? 'citation' : null
}

/** What is put in takes the marks of the first letter that it replaces. */
function inlined(nodes: DocumentNode[], { from, to, instead }: Change): DocumentNode[] {
  let start = 0
  let isPut = false
  return nodes.flatMap((node) => {
    const length = node.text?.length ?? 1
    const [begin, end] = [start, start + length]
    start = end
    if (node.text === undefined || end <= from || begin >= to) return [node]
    const put = isPut ? '' : instead
    isPut = true
    const text =
      node.text.slice(0, Math.max(0, from - begin)) + put + node.text.slice(Math.max(0, to - begin))
    return text === '' ? [] : [{ ...node, text }]
  })
}
