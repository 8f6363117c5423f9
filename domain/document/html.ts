import type { Element, ElementContent } from 'hast'
import { toHtml as write } from 'hast-util-to-html'
import type { DocumentMark, DocumentNode, StoredDocument } from './stored'
import { runsOf } from './text'

/** An image as a reader without our style sheets gets it. */
export type PlainImage = { src: string; width: number; height: number; alt: string; credit: string }

export type HtmlOptions = {
  /** Where the document lives: every address in it is written out whole. */
  base: URL
  image: (mediaId: number) => PlainImage | null
}

/** The document as plain HTML that stands on its own, for feed readers and programs. */
export const toHtml = ({ doc }: StoredDocument, options: HtmlOptions): string =>
  write({ type: 'root', children: childrenOf(doc, options) })

function element(
  tagName: string,
  children: ElementContent[] = [],
  properties: Element['properties'] = {},
): Element {
  return { type: 'element', tagName, properties, children }
}

const text = (value: string): ElementContent => ({ type: 'text', value })
const link = (href: string, children: ElementContent[], { base }: HtmlOptions): Element =>
  element('a', children, { href: new URL(href, base).href })

const childrenOf = ({ content = [] }: DocumentNode, options: HtmlOptions): ElementContent[] =>
  runsOf(content).flatMap(({ href, nodes }) => {
    const children = nodes.flatMap((node) => blockOf(node, options))
    return href === null ? children : [link(href, children, options)]
  })

const string = (node: DocumentNode, name: string): string => {
  const value = node.attrs?.[name]
  return typeof value === 'string' ? value : ''
}

const TAGS: Record<string, string> = {
  paragraph: 'p',
  bulletList: 'ul',
  listItem: 'li',
  hardBreak: 'br',
  horizontalRule: 'hr',
  tableRow: 'tr',
  bold: 'strong',
  italic: 'em',
  strike: 's',
  code: 'code',
}

function blockOf(node: DocumentNode, options: HtmlOptions): ElementContent[] {
  const children = () => childrenOf(node, options)
  switch (node.type) {
    case 'text':
      return marked(text(node.text ?? ''), node.marks)
    case 'heading':
      return [element(`h${Number(node.attrs?.['level'])}`, children())]
    case 'orderedList': {
      const start = Number(node.attrs?.['start'] ?? 1)
      return [element('ol', children(), start === 1 ? {} : { start })]
    }
    case 'blockquote':
      return [quote(children(), string(node, 'citation'))]
    case 'codeBlock':
      return [element('pre', [element('code', children())])]
    case 'table':
      return [element('table', [element('tbody', children())])]
    case 'tableHeader':
      return [element('th', children(), spansOf(node))]
    case 'tableCell':
      return [element('td', children(), spansOf(node))]
    case 'figure':
      return figure(node, options)
    case 'embed': {
      const href = string(node, 'href')
      return [element('p', [link(href, [text(string(node, 'title') || href)], options)])]
    }
    default: {
      const tag = TAGS[node.type]
      return tag ? [element(tag, children())] : children()
    }
  }
}

/** The outermost mark is the first, as in the editor. */
function marked(inner: ElementContent, marks: DocumentMark[] = []): ElementContent[] {
  return [
    marks.reduceRight((child, { type }) => {
      const tag = TAGS[type]
      return tag ? element(tag, [child]) : child
    }, inner),
  ]
}

const quote = (children: ElementContent[], citation: string): Element =>
  element('blockquote', citation ? [...children, element('p', [text(`— ${citation}`)])] : children)

function spansOf({ attrs }: DocumentNode): Element['properties'] {
  const colSpan = Number(attrs?.['colspan'] ?? 1)
  const rowSpan = Number(attrs?.['rowspan'] ?? 1)
  return { ...(colSpan > 1 && { colSpan }), ...(rowSpan > 1 && { rowSpan }) }
}

function figure(node: DocumentNode, { base, image }: HtmlOptions): Element[] {
  const found = image(Number(node.attrs?.['mediaId']))
  if (!found) return []
  const { src, width, height } = found
  const alt = string(node, 'alt') || found.alt
  const words = [string(node, 'caption'), string(node, 'credit') || found.credit].filter(Boolean).join(' ')
  const picture = element('img', [], { src: new URL(src, base).href, alt, width, height })
  return [element('figure', words ? [picture, element('figcaption', [text(words)])] : [picture])]
}
