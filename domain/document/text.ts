import type { DocumentNode, StoredDocument } from './stored'

const TEXT_BLOCKS = new Set(['paragraph', 'heading', 'codeBlock'])

/** The node and all below it, in reading order. */
function* walk(node: DocumentNode): Generator<DocumentNode> {
  yield node
  for (const child of node.content ?? []) yield* walk(child)
}

/** The running text of a text block. */
export const inlineText = (block: DocumentNode): string =>
  (block.content ?? []).map((node) => (node.type === 'hardBreak' ? '\n' : (node.text ?? ''))).join('')

const string = (node: DocumentNode, name: string): string => {
  const value = node.attrs?.[name]
  return typeof value === 'string' ? value : ''
}

/** Everything a reader reads, blocks apart by an empty line. */
export function plainText({ doc }: StoredDocument): string {
  const blocks: string[] = []
  const visit = (node: DocumentNode) => {
    if (TEXT_BLOCKS.has(node.type)) blocks.push(inlineText(node))
    if (node.type === 'figure') blocks.push(string(node, 'caption'))
    if (node.type === 'embed') blocks.push(string(node, 'title'))
    node.content?.forEach(visit)
    if (node.type === 'blockquote') blocks.push(string(node, 'citation'))
  }
  visit(doc)
  return blocks.filter((block) => block.trim() !== '').join('\n\n')
}

/** Whether there is anything to read or look at. */
export const isEmpty = (document: StoredDocument): boolean =>
  plainText(document) === '' &&
  ![...walk(document.doc)].some(({ type }) => type === 'figure' || type === 'embed')

const WORD = /[\p{L}\p{N}](?:[\p{L}\p{N}\p{M}]|['’.,\-](?=[\p{L}\p{N}]))*/gu
const UNSPACED =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u
const segmenter = new Intl.Segmenter('en', { granularity: 'word' })

/** Words as a reader counts them: `well-known` and `don't` are one; scripts without spaces are split by dictionary. */
export function countWords(text: string): number {
  let count = 0
  for (const [word] of text.matchAll(WORD)) {
    if (UNSPACED.test(word)) for (const part of segmenter.segment(word)) count += part.isWordLike ? 1 : 0
    else count++
  }
  return count
}

const WORDS_A_MINUTE = 230

export const readingMinutes = (words: number): number => Math.max(1, Math.round(words / WORDS_A_MINUTE))

export type Heading = { id: string; level: number; text: string; node: DocumentNode }

/** The headings that divide the text, with ids that hold as long as the headings before them of the same name do. */
export function headings({ doc }: StoredDocument): Heading[] {
  const taken = new Set<string>()
  return (doc.content ?? [])
    .filter((node) => node.type === 'heading')
    .map((node) => ({ node, level: Number(node.attrs?.['level']), text: inlineText(node).trim() }))
    .filter(({ text }) => text !== '')
    .map((heading) => ({ ...heading, id: uniqueId(heading.text, taken) }))
}

// the prefix keeps them apart from the ids that pages use themselves
function uniqueId(text: string, taken: Set<string>): string {
  const words = text.toLowerCase().match(/[\p{L}\p{N}\p{M}]+/gu) ?? ['section']
  const base = `h-${words.join('-').slice(0, 80)}`
  let id = base
  for (let n = 2; taken.has(id); n++) id = `${base}-${n}`
  taken.add(id)
  return id
}

/** Ids of the images used, in order of appearance. */
export const mediaIdsIn = ({ doc }: StoredDocument): number[] => [
  ...new Set(
    [...walk(doc)].filter(({ type }) => type === 'figure').map((figure) => Number(figure.attrs?.['mediaId'])),
  ),
]

const hrefOf = (node: DocumentNode): string | null => {
  const link = node.marks?.find((mark) => mark.type === 'link')
  return typeof link?.attrs?.['href'] === 'string' ? link.attrs['href'] : null
}

export type Run = { href: string | null; nodes: DocumentNode[] }

/** The inline nodes of a block, neighbours under one link together: one link however its words are stressed. */
export function runsOf(content: DocumentNode[]): Run[] {
  const runs: Run[] = []
  for (const node of content) {
    const href = hrefOf(node)
    const last = runs.at(-1)
    if (last && href !== null && last.href === href) last.nodes.push(node)
    else runs.push({ href, nodes: [node] })
  }
  return runs
}

export type DocumentLink = { position: number; href: string; quote: string }

/** Every link in order, counted from 0, with the words around it. */
export function linksIn({ doc }: StoredDocument): DocumentLink[] {
  const links: Omit<DocumentLink, 'position'>[] = []
  for (const node of walk(doc)) {
    if (node.type === 'embed') links.push({ href: string(node, 'href'), quote: string(node, 'title') })
    if (!TEXT_BLOCKS.has(node.type)) continue
    const text = inlineText(node)
    let offset = 0
    for (const { href, nodes } of runsOf(node.content ?? [])) {
      const length = inlineText({ type: 'run', content: nodes }).length
      if (href !== null) links.push({ href, quote: excerpt(text, offset, offset + length) })
      offset += length
    }
  }
  return links.map((link, position) => ({ position, ...link }))
}

const QUOTE_MAX = 160

/** Up to `QUOTE_MAX` characters of the text around a passage, cut between words. */
export function excerpt(text: string, start: number, end: number): string {
  const room = Math.max(0, QUOTE_MAX - (end - start))
  const before = Math.min(start, Math.max(room >> 1, room - (text.length - end)))
  const from = start - before
  const to = Math.min(text.length, from + QUOTE_MAX)
  let quote = text.slice(from, to)
  if (from > 0 && before > 0) quote = quote.replace(/^\S*\s+/, '')
  if (to < text.length && to > end) quote = quote.replace(/\s+\S*$/, '')
  quote = quote.replace(/\s+/g, ' ').trim()
  return `${from > 0 ? '… ' : ''}${quote}${to < text.length ? ' …' : ''}`
}
