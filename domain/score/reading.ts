import type { DocumentNode, StoredDocument } from '../document/stored'
import { inlineText, runsOf } from '../document/text'

export const BLOCK_KINDS = ['heading', 'paragraph', 'item', 'quote', 'code', 'cell', 'caption'] as const
export type BlockKind = (typeof BLOCK_KINDS)[number]

export type Mark = { kind: 'link' | 'code' | 'emphasis' | 'strong'; from: number; to: number; href?: string }

/**
 * One run of text that a reader reads. `path` leads from the document to its node, index by index; the text of a
 * `caption` (of a figure, an embed, or who is quoted) stands in an attribute of that node. Marks are sorted by `from`.
 */
export type Block = { kind: BlockKind; level?: number; path: number[]; text: string; marks: Mark[] }

export type Image = { alt: string; credit: string; block: number | 'lead' }

export type Reading = { blocks: Block[]; images: Image[] }

const KIND_WITHIN: Partial<Record<string, BlockKind>> = {
  listItem: 'item',
  blockquote: 'quote',
  tableCell: 'cell',
  tableHeader: 'cell',
}
const MARK_KINDS: Partial<Record<string, Mark['kind']>> = { bold: 'strong', italic: 'emphasis', code: 'code' }

/** What all checks look at, read from a stored document once. */
export function readDocument({ doc }: StoredDocument): Reading {
  const reading: Reading = { blocks: [], images: [] }
  visit(doc, [], 'paragraph', reading)
  return reading
}

function visit(node: DocumentNode, path: number[], kind: BlockKind, { blocks, images }: Reading): void {
  switch (node.type) {
    case 'paragraph':
      return void blocks.push({ kind, path, text: inlineText(node), marks: marksOf(node) })
    case 'heading':
      return void blocks.push({
        kind: 'heading',
        level: Number(node.attrs?.['level']),
        path,
        text: inlineText(node),
        marks: marksOf(node),
      })
    case 'codeBlock':
      return void blocks.push({ kind: 'code', path, text: inlineText(node), marks: [] })
    case 'figure':
      images.push({ alt: string(node, 'alt'), credit: string(node, 'credit'), block: blocks.length })
      return void blocks.push({ kind: 'caption', path, text: string(node, 'caption'), marks: [] })
    case 'embed': {
      const text = string(node, 'title')
      const link: Mark = { kind: 'link', from: 0, to: text.length, href: string(node, 'href') }
      return void blocks.push({ kind: 'caption', path, text, marks: [link] })
    }
  }
  // within a quotation everything is quoted, its lists too
  const within = kind === 'quote' ? kind : (KIND_WITHIN[node.type] ?? kind)
  node.content?.forEach((child, i) => visit(child, [...path, i], within, { blocks, images }))
  const citation = string(node, 'citation')
  if (citation) blocks.push({ kind: 'caption', path, text: citation, marks: [] })
}

function string(node: DocumentNode, name: string): string {
  const value = node.attrs?.[name]
  return typeof value === 'string' ? value : ''
}

function marksOf(block: DocumentNode): Mark[] {
  const marks: Mark[] = []
  let from = 0
  for (const { href, nodes } of runsOf(block.content ?? [])) {
    const to = from + inlineText({ type: 'run', content: nodes }).length
    if (href !== null) marks.push({ kind: 'link', from, to, href })
    for (const node of nodes) {
      const end = from + inlineText({ type: 'run', content: [node] }).length
      for (const { type } of node.marks ?? []) {
        const kind = MARK_KINDS[type]
        const last = marks.findLast((mark) => mark.kind === kind)
        if (kind && last?.to === from) last.to = end
        else if (kind) marks.push({ kind, from, to: end })
      }
      from = end
    }
  }
  return marks
}
