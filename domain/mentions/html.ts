import { type DefaultTreeAdapterTypes, parse } from 'parse5'
import { excerpt } from '@/domain/document/text'
import { urlOf } from '@/domain/url'

type Node = DefaultTreeAdapterTypes.Node
type Element = DefaultTreeAdapterTypes.Element

/** Where an element names another address (HTML Standard, index of attributes). */
const ADDRESSES: Record<string, string[]> = {
  a: ['href'],
  area: ['href'],
  link: ['href'],
  img: ['src', 'srcset'],
  source: ['src', 'srcset'],
  video: ['src', 'poster'],
  audio: ['src'],
  track: ['src'],
  iframe: ['src'],
  embed: ['src'],
  object: ['data'],
  blockquote: ['cite'],
  q: ['cite'],
  ins: ['cite'],
  del: ['cite'],
}
const BLOCKS = new Set(
  'address article aside blockquote body caption dd div dt fieldset figcaption figure footer h1 h2 h3 h4 h5 h6 header li main p pre section td th'.split(
    ' ',
  ),
)
const UNREAD = new Set(['script', 'style', 'template', 'title', 'head', 'textarea', 'select'])
const BLOCK_MAX = 10_000

const isElement = (node: Node): node is Element => 'tagName' in node
const attribute = ({ attrs }: Element, name: string) => attrs.find((each) => each.name === name)?.value

// a page of a stranger may be deeper than a stack
function* elements(root: Node): Generator<Element> {
  const open: Node[] = [root]
  for (let node = open.pop(); node; node = open.pop()) {
    if (isElement(node)) yield node
    // the content of a template is no child of it, and so is nowhere
    if ('childNodes' in node) for (const child of node.childNodes.toReversed()) open.push(child)
  }
}

/** The addresses that an attribute names, as they are written. */
const written = (name: string, value: string): string[] =>
  name === 'srcset' ? value.split(',').map((each) => each.trim().split(/\s+/)[0] ?? '') : [value]

export type Linked = {
  /** The words around the first link of the text; empty where it stands in no text. */
  quote: string
  title: string
}

/**
 * Looks in a page for an address. It has to be where an element names it: not in text, in a comment, in a template, nor
 * in a `noscript`, which nearly nobody is shown. null where it is nowhere.
 */
export function findLink(html: string, url: string, target: string): Linked | null {
  const document = parse(html)
  let base = url
  let hasBase = false
  let title: string | null = null
  const found: Element[] = []
  const isTarget = (text: string) => urlOf(text.trim(), base)?.href === target
  const later: [Element, string[]][] = []
  for (const element of elements(document)) {
    const { tagName } = element
    if (tagName === 'title' && title === null) title = textOf(element, null).text
    if (tagName === 'base' && !hasBase) {
      const href = attribute(element, 'href')
      const named = href === undefined ? null : urlOf(href, url)
      if (named) {
        base = named.href
        hasBase = true
      }
    }
    const addresses = (ADDRESSES[tagName] ?? []).flatMap((name) =>
      written(name, attribute(element, name) ?? ''),
    )
    if (addresses.some((address) => address !== '')) later.push([element, addresses])
  }
  // the base may stand below the first link
  for (const [element, addresses] of later)
    if (addresses.some((address) => address !== '' && isTarget(address))) found.push(element)
  if (found.length === 0) return null
  const link = found.find(({ tagName }) => tagName === 'a')
  return { title: title ?? '', quote: link ? quoteOf(link) : '' }
}

function quoteOf(link: Element): string {
  let block: Node | null = link
  while (block && !(isElement(block) && BLOCKS.has(block.tagName)))
    block = 'parentNode' in block ? block.parentNode : null
  if (!block) return ''
  const { text, from, to } = textOf(block, link)
  return excerpt(text, from, to)
}

/** The text of a node, and where in it that of an element stands. */
function textOf(root: Node, of: Element | null): { text: string; from: number; to: number } {
  let text = ''
  let [from, to] = [0, 0]
  const open: (Node | 'end')[] = [root]
  for (let node = open.pop(); node !== undefined && text.length < BLOCK_MAX; node = open.pop()) {
    if (node === 'end') to = text.length
    else if (node.nodeName === '#text' && 'value' in node) text += node.value
    else if ('childNodes' in node && (node === root || !UNREAD.has(node.nodeName))) {
      if (node === of) {
        from = to = text.length
        open.push('end')
      }
      if (BLOCKS.has(node.nodeName) || node.nodeName === 'br') text += ' '
      for (const child of node.childNodes.toReversed()) open.push(child)
    }
  }
  return { text, from, to: Math.max(from, to) }
}
