import { DomUtils, parseDocument as parseHtml } from 'htmlparser2'
import { isSafeHref } from './href'
import type { DocumentMark, DocumentNode, StoredDocument } from './stored'
import { inlineText } from './text'
import { parseDocument } from './validate'

type Node = ReturnType<typeof parseHtml>['children'][number]
type Element = Extract<Node, { attribs: unknown }>

/** What a page says of itself beside its text; '' where it does not. */
export type HtmlPage = {
  title: string
  description: string
  author: string
  published: string
  language: string
  document: StoredDocument
}

const SILENT = new Set([
  'head',
  'script',
  'style',
  'template',
  'noscript',
  'nav',
  'svg',
  'form',
  'button',
  'iframe',
])
const MARKS: Record<string, string> = {
  ...{ b: 'bold', strong: 'bold', i: 'italic', em: 'italic', cite: 'italic' },
  ...{ s: 'strike', del: 'strike', code: 'code', kbd: 'code', samp: 'code' },
}
const INLINE = new Set([
  ...Object.keys(MARKS),
  'a',
  'span',
  'br',
  'abbr',
  'time',
  'q',
  'small',
  'sub',
  'sup',
  'u',
  'mark',
  'ins',
  'var',
  'dfn',
  'font',
  'label',
])

/**
 * Reads a page or a piece of one: its main part where it has one, without what is hidden or only for finding one's
 * way. The first heading of the first level is the title; images are figures of `mediaId` 1.
 */
export function fromHtml(html: string): HtmlPage {
  const root = parseHtml(html)
  const all = DomUtils.findAll(() => true, root.children)
  const meta = (...names: string[]) =>
    all
      .find(
        ({ name, attribs }) =>
          name === 'meta' && names.includes(attribs['name'] ?? attribs['property'] ?? ''),
      )
      ?.attribs['content']?.trim() ?? ''
  const named = (name: string) => all.find((element) => element.name === name)
  const heading = all.find((element) => element.name === 'h1' && !isHidden(element))
  const body = named('article') ?? named('main') ?? named('body') ?? root
  const content = blocks(body.children, heading ?? null)
  const parsed = parseDocument({
    version: 1,
    doc: { type: 'doc', content: content.length > 0 ? content : [paragraph([])] },
  })
  if (parsed.kind === 'refused') throw new Error(`This HTML makes no document: ${parsed.reason}`)
  const title = heading ?? named('title')
  return {
    title: title ? tidy(DomUtils.textContent(title)) : '',
    description: meta('description', 'og:description'),
    author: meta('author', 'article:author'),
    published: meta('article:published_time', 'date'),
    language: named('html')?.attribs['lang'] ?? '',
    document: parsed.document,
  }
}

const tidy = (text: string) => text.replace(/\s+/g, ' ').trim()
const { isComment } = DomUtils
const isElement = (node: Node): node is Element => 'attribs' in node
const paragraph = (content: DocumentNode[]): DocumentNode => ({ type: 'paragraph', content })

const isHidden = ({ attribs }: Element) =>
  'hidden' in attribs ||
  attribs['aria-hidden'] === 'true' ||
  /display\s*:\s*none|visibility\s*:\s*hidden|font-size\s*:\s*0(?![.\d])/i.test(attribs['style'] ?? '')

/** Blocks in order; inline content that stands between them becomes paragraphs. */
function blocks(nodes: Node[], title: Element | null): DocumentNode[] {
  const found: DocumentNode[] = []
  let line: Node[] = []
  const flush = () => {
    const content = inline(line)
    if (inlineText({ type: 'paragraph', content }).trim() !== '') found.push(paragraph(content))
    line = []
  }
  for (const node of nodes) {
    if (node === title || (isElement(node) && (SILENT.has(node.name) || isHidden(node)))) continue
    const isBlock = isElement(node) && (!INLINE.has(node.name) || holdsImage(node))
    if (!isBlock) line.push(node)
    else {
      flush()
      found.push(...block(node, title))
    }
  }
  flush()
  return found
}

const holdsImage = (element: Element) =>
  DomUtils.findOne(({ name }) => name === 'img', element.children) !== null

function block(element: Element, title: Element | null): DocumentNode[] {
  const { name, children } = element
  switch (name) {
    case 'h1':
    case 'h2':
    case 'h3':
    case 'h4':
    case 'h5':
    case 'h6': {
      const level = Math.min(4, Math.max(2, Number(name[1])))
      return [{ type: 'heading', attrs: { level }, content: inline(children) }]
    }
    case 'ul':
    case 'ol': {
      const content = children.flatMap((child) =>
        isElement(child) && child.name === 'li' ? item(child) : [],
      )
      return content.length > 0 ? [{ type: name === 'ul' ? 'bulletList' : 'orderedList', content }] : []
    }
    case 'blockquote': {
      const content = blocks(children, title)
      return content.length > 0 ? [{ type: 'blockquote', content }] : []
    }
    case 'pre': {
      const text = DomUtils.textContent(element)
      return text ? [{ type: 'codeBlock', content: [{ type: 'text', text }] }] : []
    }
    case 'table':
      return table(element)
    case 'hr':
      return [{ type: 'horizontalRule' }]
    case 'img':
      return [figure(element, '')]
    case 'figure': {
      const caption = DomUtils.findOne((child) => child.name === 'figcaption', children)
      const image = DomUtils.findOne((child) => child.name === 'img', children)
      return image
        ? [figure(image, caption ? tidy(DomUtils.textContent(caption)) : '')]
        : blocks(children, title)
    }
    default:
      return blocks(children, title)
  }
}

const figure = ({ attribs }: Element, caption: string): DocumentNode => ({
  type: 'figure',
  attrs: { mediaId: 1, alt: attribs['alt'] ?? '', caption, credit: '' },
})

function item({ children }: Element): DocumentNode {
  const content = blocks(children, null)
  // a list item begins with a paragraph
  return {
    type: 'listItem',
    content: content[0]?.type === 'paragraph' ? content : [paragraph([]), ...content],
  }
}

function table(element: Element): DocumentNode[] {
  const rows = DomUtils.findAll(({ name }) => name === 'tr', element.children).map((row) =>
    row.children.filter((cell) => isElement(cell)).filter(({ name }) => name === 'td' || name === 'th'),
  )
  const content = rows
    .filter((cells) => cells.length > 0)
    .map((cells) => ({
      type: 'tableRow',
      content: cells.map((cell) => ({
        type: cell.name === 'th' ? 'tableHeader' : 'tableCell',
        content: [paragraph(inline(cell.children))],
      })),
    }))
  return content.length > 0 ? [{ type: 'table', content }] : []
}

/** Text with its marks, its white space as a browser shows it. */
function inline(nodes: Node[]): DocumentNode[] {
  const runs = nodes.flatMap((node) => runsOf(node, []))
  const content: DocumentNode[] = []
  let open: boolean = true
  for (const run of runs) {
    if (run.text === undefined) {
      content.push(run)
      open = true
      continue
    }
    const collapsed = run.text.replace(/[ \t\r\n\f]+/g, ' ')
    const text: string = open ? collapsed.trimStart() : collapsed
    if (text === '') continue
    content.push({ ...run, text })
    open = text.endsWith(' ')
  }
  const last = content.at(-1)
  if (last?.text !== undefined) last.text = last.text.trimEnd()
  return content.filter(({ text }) => text !== '')
}

function runsOf(node: Node, marks: DocumentMark[]): DocumentNode[] {
  if (!isElement(node))
    return 'data' in node && !isComment(node) ? [{ type: 'text', text: node.data, marks }] : []
  if (SILENT.has(node.name) || isHidden(node)) return []
  if (node.name === 'br') return [{ type: 'hardBreak' }]
  const typed = node.name === 'a' ? node.attribs['href']?.trim() : undefined
  // an empty address is the page itself, as `#` is
  const href = typed === '' ? '#' : (typed ?? '')
  const mark: DocumentMark | null =
    href !== '' && isSafeHref(href)
      ? { type: 'link', attrs: { href } }
      : MARKS[node.name]
        ? { type: MARKS[node.name] ?? '' }
        : null
  const within = mark && !marks.some(({ type }) => type === mark.type) ? [...marks, mark] : marks
  return node.children.flatMap((child) => runsOf(child, within))
}
