import type { Node } from '@tiptap/pm/model'
import type { Block } from '@/domain/score/reading'

/** Positions in a document of the editor; `isNode` where the passage stands in a field of a node, which is meant as a whole. */
export type Range = { from: number; to: number; isNode: boolean }

type Passage = { block: Pick<Block, 'path' | 'text'> | undefined; from: number; to: number }

/** Where a passage of a block stands; null where the document says something else there. */
export function rangeOf(doc: Node, { block, from, to }: Passage): Range | null {
  const found = block && nodeAt(doc, block.path)
  if (!found) return null
  const { node, at } = found
  if (!node.isTextblock) return { from: at, to: at + node.nodeSize, isNode: true }
  // whatever stands in a line takes one position for each character of its text, a line break too
  if (node.textBetween(0, node.content.size, undefined, '\n') !== block.text) return null
  if (from < 0 || from >= to || to > block.text.length) return null
  return { from: at + 1 + from, to: at + 1 + to, isNode: false }
}

/** The node that child indexes lead to, with the position before it. */
function nodeAt(doc: Node, path: readonly number[]): { node: Node; at: number } | null {
  let node = doc
  let at = -1
  for (const index of path) {
    if (index < 0 || index >= node.childCount) return null
    at += 1
    for (let before = 0; before < index; before++) at += node.child(before).nodeSize
    node = node.child(index)
  }
  return node === doc ? null : { node, at }
}
