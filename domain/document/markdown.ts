import type {
  BlockContent,
  DefinitionContent,
  ListItem,
  Nodes,
  PhrasingContent,
  RootContent,
  Table,
} from 'mdast'
import { fromMarkdown as parseMarkdown } from 'mdast-util-from-markdown'
import { gfmStrikethroughFromMarkdown } from 'mdast-util-gfm-strikethrough'
import { gfmTableFromMarkdown } from 'mdast-util-gfm-table'
import { gfmStrikethrough } from 'micromark-extension-gfm-strikethrough'
import { gfmTable } from 'micromark-extension-gfm-table'
import { isSafeHref, isWebHref } from './href'
import type { DocumentMark, DocumentNode, StoredDocument } from './stored'
import { inlineText } from './text'
import { parseDocument } from './validate'

export type MarkdownOptions = {
  /** The id of the image that an address stands for; null leaves its alternative text in its place. */
  figure: (src: string, alt: string, caption: string) => number | null
}

type Block = RootContent | BlockContent | DefinitionContent

/**
 * Reads Markdown with tables and strikethrough. A paragraph that is one bare `<https://...>` becomes an embed,
 * a last line `-- Name` in a quote its citation, an image a figure with its title as caption. HTML stays text.
 */
export function fromMarkdown(markdown: string, options: MarkdownOptions): StoredDocument {
  const root = parseMarkdown(markdown, {
    extensions: [gfmTable(), gfmStrikethrough({ singleTilde: false })],
    mdastExtensions: [gfmTableFromMarkdown(), gfmStrikethroughFromMarkdown()],
  })
  const definitions = new Map<string, string>()
  collectDefinitions(root, definitions)
  const doc: DocumentNode = { type: 'doc', content: new Reader(options, definitions).blocks(root.children) }
  const parsed = parseDocument({ version: 1, doc })
  if (parsed.kind === 'refused') throw new Error(`This Markdown makes no document: ${parsed.reason}`)
  return parsed.document
}

function collectDefinitions(node: Nodes, into: Map<string, string>): void {
  if (node.type === 'definition' && !into.has(node.identifier)) into.set(node.identifier, node.url)
  if ('children' in node) for (const child of node.children) collectDefinitions(child, into)
}

const paragraph = (content: DocumentNode[] = []): DocumentNode => ({ type: 'paragraph', content })
const text = (value: string, marks: DocumentMark[]): DocumentNode[] =>
  value ? [{ type: 'text', text: value, marks }] : []

class Reader {
  constructor(
    private readonly options: MarkdownOptions,
    private readonly definitions: Map<string, string>,
  ) {}

  /** At least one block, because nothing in a document may be empty. */
  blocks(nodes: Block[]): DocumentNode[] {
    const blocks = nodes.flatMap((node) => this.block(node))
    return blocks.length > 0 ? blocks : [paragraph()]
  }

  private block(node: Block): DocumentNode[] {
    switch (node.type) {
      case 'paragraph':
        return this.paragraph(node.children)
      case 'heading': {
        const level = Math.min(4, Math.max(2, node.depth))
        return [{ type: 'heading', attrs: { level }, content: this.inline(node.children, []) }]
      }
      case 'blockquote':
        return [this.quote(node.children)]
      case 'list': {
        const content = node.children.map((item) => this.item(item))
        if (!node.ordered) return [{ type: 'bulletList', content }]
        return [{ type: 'orderedList', attrs: { start: Math.min(node.start ?? 1, 99_999) }, content }]
      }
      case 'code': {
        const language = node.lang && /^[\w+#.-]{1,40}$/.test(node.lang) ? node.lang : null
        return [{ type: 'codeBlock', attrs: { language }, content: text(node.value, []) }]
      }
      case 'thematicBreak':
        return [{ type: 'horizontalRule' }]
      case 'table':
        return [this.table(node)]
      case 'html':
        return [paragraph(text(node.value, []))]
      default:
        return []
    }
  }

  private paragraph(nodes: PhrasingContent[]): DocumentNode[] {
    const embed = bareLink(nodes)
    if (embed) return [{ type: 'embed', attrs: { href: embed, title: '' } }]
    const blocks: DocumentNode[] = []
    let line: PhrasingContent[] = []
    const flush = () => {
      const content = this.inline(line, [])
      if (inlineText({ type: 'paragraph', content }).trim() !== '') blocks.push(paragraph(trimmed(content)))
      line = []
    }
    for (const node of nodes) {
      const figure = node.type === 'image' ? this.figure(node.url, node.alt ?? '', node.title ?? '') : null
      if (!figure) line.push(node)
      else {
        flush()
        blocks.push(figure)
      }
    }
    flush()
    return blocks
  }

  private figure(src: string, alt: string, caption: string): DocumentNode | null {
    const mediaId = this.options.figure(src, alt, caption)
    return mediaId === null ? null : { type: 'figure', attrs: { mediaId, alt, caption } }
  }

  private quote(nodes: Block[]): DocumentNode {
    const content = this.blocks(nodes)
    const last = content.at(-1)
    const citation =
      last?.type === 'paragraph' ? /^(?:--|—|–)\s*(\S.*)$/.exec(inlineText(last))?.[1] : undefined
    if (!citation || content.length < 2) return { type: 'blockquote', content }
    return { type: 'blockquote', attrs: { citation }, content: content.slice(0, -1) }
  }

  private item(item: ListItem): DocumentNode {
    const content = this.blocks(item.children)
    // a list item begins with a paragraph
    return {
      type: 'listItem',
      content: content[0]?.type === 'paragraph' ? content : [paragraph(), ...content],
    }
  }

  private table({ children: rows, align }: Table): DocumentNode {
    const width = rows[0]?.children.length ?? 0
    return {
      type: 'table',
      content: rows.map((row, y) => ({
        type: 'tableRow',
        content: Array.from({ length: width }, (_, x) => ({
          type: y === 0 ? 'tableHeader' : 'tableCell',
          attrs: { align: align?.[x] ?? null },
          content: [paragraph(this.inline(row.children[x]?.children ?? [], []))],
        })),
      })),
    }
  }

  private inline(nodes: PhrasingContent[], marks: DocumentMark[]): DocumentNode[] {
    return nodes.flatMap((node) => {
      switch (node.type) {
        case 'text':
          return text(node.value.replace(/\s*\n\s*/g, ' '), marks)
        case 'html':
          return text(node.value, marks)
        case 'inlineCode':
          return text(node.value, [...marks, { type: 'code' }])
        case 'strong':
          return this.inline(node.children, add(marks, { type: 'bold' }))
        case 'emphasis':
          return this.inline(node.children, add(marks, { type: 'italic' }))
        case 'delete':
          return this.inline(node.children, add(marks, { type: 'strike' }))
        case 'break':
          return [{ type: 'hardBreak', marks }]
        case 'link':
          return this.inline(node.children, linked(marks, node.url))
        case 'linkReference':
          return this.inline(node.children, linked(marks, this.definitions.get(node.identifier) ?? ''))
        case 'image':
        case 'imageReference':
          return text(node.alt ?? '', marks)
        default:
          return []
      }
    })
  }
}

const add = (marks: DocumentMark[], mark: DocumentMark): DocumentMark[] =>
  marks.some(({ type }) => type === mark.type) ? marks : [...marks, mark]

const linked = (marks: DocumentMark[], href: string): DocumentMark[] =>
  isSafeHref(href) ? add(marks, { type: 'link', attrs: { href } }) : marks

/** The address where a paragraph is one `<https://...>` and nothing else. */
function bareLink(nodes: PhrasingContent[]): string | null {
  const [link, ...others] = nodes
  if (link?.type !== 'link' || others.length > 0) return null
  const [label] = link.children
  return label?.type === 'text' && label.value === link.url && isWebHref(link.url) ? link.url : null
}

/** Without the spaces that an image left behind at the ends of a line. */
function trimmed(content: DocumentNode[]): DocumentNode[] {
  const last = content.length - 1
  return content
    .map((node, i) => {
      if (node.text === undefined) return node
      const start = i === 0 ? node.text.trimStart() : node.text
      return { ...node, text: i === last ? start.trimEnd() : start }
    })
    .filter((node) => node.text !== '')
}
