import type { DocumentNode, StoredDocument } from '@/domain/document/stored'
import { headings, inlineText, runsOf } from '@/domain/document/text'

/** A document made ready to be shown: links are nodes around their words, headings have ids, tables a name. */
export function arrange(document: StoredDocument): DocumentNode {
  const ids = new Map(headings(document).map(({ node, id }) => [node, id]))
  const visit = (node: DocumentNode): DocumentNode => {
    const content = node.content && linked(node.content.filter(isShown)).map(visit)
    switch (node.type) {
      case 'heading':
        return { ...node, content, attrs: { ...node.attrs, id: ids.get(node) } }
      case 'table':
        return { ...node, content: content?.map(scoped), attrs: { name: nameOf(node) } }
      default:
        return { ...node, content }
    }
  }
  return visit(document.doc)
}

/** Empty paragraphs and headings are a writer's spacing; the page has its own. */
const isShown = (node: DocumentNode) =>
  (node.type !== 'paragraph' && node.type !== 'heading') || (node.content?.length ?? 0) > 0

/** One link however its words are stressed: the mark becomes a node around them. */
function linked(content: DocumentNode[]): DocumentNode[] {
  return runsOf(content).flatMap(({ href, nodes }) => {
    if (href === null) return nodes
    const words = nodes.map((node) => ({
      ...node,
      marks: node.marks?.filter(({ type }) => type !== 'link'),
    }))
    return [{ type: 'link', attrs: { href }, content: words }]
  })
}

/** Header cells of the first row name columns, any other its row. */
const scoped = (row: DocumentNode, index: number): DocumentNode => ({
  ...row,
  content: row.content?.map((cell) =>
    cell.type === 'tableHeader' ? { ...cell, attrs: { ...cell.attrs, scope: index ? 'row' : 'col' } } : cell,
  ),
})

const nameOf = (table: DocumentNode): string => {
  const cells = table.content?.[0]?.content ?? []
  const words = cells.map((cell) => (cell.content ?? []).map(inlineText).join(' ').trim()).filter(Boolean)
  return `Table: ${words.join(', ')}`
}
