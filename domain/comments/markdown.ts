import type { Element, Root } from 'hast'
import { sanitize, type Schema } from 'hast-util-sanitize'
import { toHtml } from 'hast-util-to-html'
import MarkdownIt, { type Token } from 'markdown-it'

/** Raised with every change of what follows: HTML of an older version is rendered again when it is read. */
export const RENDERER_VERSION = 1

/** Quotes and lists within each other; what stands deeper is read as plain paragraphs. */
const MAX_BLOCKS = 8
/** All elements within each other, emphasis included. */
const MAX_ELEMENTS = 24

const SCHEMA: Schema = {
  tagNames: ['p', 'br', 'em', 'strong', 'a', 'code', 'pre', 'blockquote', 'ul', 'ol', 'li'],
  attributes: { a: ['href', ['rel', 'nofollow', 'ugc', 'noopener']], ol: ['start'] },
  protocols: { href: ['http', 'https'] },
  ancestors: { li: ['ul', 'ol'] },
}

// of the parsers tried, the one that takes under half a second for the worst 65 525 characters we could think of
const parser = new MarkdownIt('zero', { linkify: true, maxNesting: MAX_ELEMENTS }).enable([
  ...['blockquote', 'code', 'fence', 'hr', 'list'],
  ...['autolink', 'backticks', 'emphasis', 'entity', 'escape', 'image', 'link', 'linkify', 'newline'],
])
parser.validateLink = (url) => /^https?:\/\//i.test(url)
parser.linkify
  .set({ fuzzyLink: false, fuzzyEmail: false, fuzzyIP: false })
  .add('ftp:', null)
  .add('mailto:', null)
  .add('//', null)
parser.block.ruler.before('table', 'deep', (state, start, end) => {
  if (state.level < MAX_BLOCKS) return false
  // markdown-it would leave out what is nested too deep
  const inline = (state.push('paragraph_open', 'p', 1), state.push('inline', '', 0))
  inline.content = state.getLines(start, end, state.blkIndent, false).trim()
  inline.children = []
  state.push('paragraph_close', 'p', -1)
  state.line = end
  return true
})

const text = (value: string) => ({ type: 'text', value }) as const

function element(
  tagName: string,
  children: Element['children'],
  properties: Element['properties'] = {},
): Element {
  return { type: 'element', tagName, properties, children }
}

const link = (href: unknown, children: Element['children']) =>
  element('a', children, { href: String(href), rel: ['nofollow', 'ugc', 'noopener'] })

function opened(token: Token): Element {
  if (token.tag === 'a') return link(token.attrGet('href'), [])
  const start = token.tag === 'ol' ? token.attrGet('start') : null
  return element(token.tag, [], start === null ? {} : { start: Number(start) })
}

function leaf(token: Token, path: (Root | Element)[]): Element['children'] {
  switch (token.type) {
    case 'softbreak':
    case 'hardbreak':
      return [element('br', []), text('\n')]
    case 'code_inline':
      return [element('code', [text(token.content)])]
    case 'code_block':
    case 'fence':
      return [element('pre', [element('code', [text(token.content)])])]
    case 'hr':
      return [element('p', [text(token.markup)])]
    case 'image': {
      // images of strangers are not shown, their addresses are
      const source = String(token.attrGet('src'))
      const label = text(token.content || source)
      return path.some(isLink) ? [label] : [link(source, [label])]
    }
    default:
      return token.content ? [text(token.content)] : []
  }
}

function grow(parent: Root | Element, tokens: Token[]): void {
  const path = [parent]
  for (const token of tokens) {
    const top = path.at(-1) ?? parent
    if (token.type === 'inline') grow(top, token.children ?? [])
    else if (token.nesting === -1) path.pop()
    else if (token.nesting === 0) top.children.push(...leaf(token, path))
    else if (token.hidden || path.length > MAX_ELEMENTS) path.push(top)
    else {
      const child = opened(token)
      top.children.push(child)
      path.push(child)
    }
  }
}

const isLink = (node: Root | Element) => node.type === 'element' && node.tagName === 'a'

/** The HTML of a comment's Markdown: a small, sanitised vocabulary; HTML in it is shown as the text it is. */
export function renderComment(source: string): string {
  const root: Root = { type: 'root', children: [] }
  grow(root, parser.parse(source, {}))
  return toHtml(sanitize(root, SCHEMA))
}

/** Its words alone, in one line. */
export const commentText = (source: string): string =>
  parser
    .parse(source, {})
    .flatMap(({ type, children, content }) => (type === 'inline' ? lineOf(children ?? []) : content))
    .join(' ')
    .replace(/\s+/g, ' ')
    .trim()

const lineOf = (tokens: Token[]) =>
  tokens.map(({ type, content }) => (type.endsWith('break') ? ' ' : content)).join('')
