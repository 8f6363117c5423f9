import { extname } from 'node:path'
import { fromHtml } from '@/domain/document/from-html'
import { fromMarkdown } from '@/domain/document/markdown'
import type { Block, Image, Mark } from '@/domain/score/reading'
import { readDocument } from '@/domain/score/reading'
import type { Subject } from '@/domain/score/subject'
import { noSite } from '@/domain/score/subject'
import { Refused } from '../refused'

const MARKDOWN = new Set(['.md', '.markdown', '.mdown', '.mkd'])
const HTML = new Set(['.html', '.htm', '.xhtml'])

/** What is scored of a file. What a file cannot say (other articles, the network) is not known. */
export function subjectOf(file: string, source: string): Subject {
  const text = source.replace(/\r\n?/g, '\n')
  const extension = extname(file).toLowerCase()
  try {
    if (MARKDOWN.has(extension)) return ofMarkdown(text)
    if (HTML.has(extension) || /^\s*<(?:!doctype html|html|body|article)\b/i.test(text)) return ofHtml(text)
    return ofPlainText(text)
  } catch (error) {
    // the stack ends before the text does
    if (error instanceof RangeError) throw new Refused(`${file}: It is nested too deeply`)
    throw new Refused(`${file}: ${error instanceof Error ? error.message : String(error)}`)
  }
}

const blank = (): Subject => ({
  ...{ title: '', summary: '', description: '', slug: '', keyphrase: '', caption: '' },
  language: null,
  blocks: [],
  images: [],
  topics: [],
  people: null,
  dated: false,
  previous: null,
  site: noSite(),
})

const list = (text: string | undefined) =>
  (text ?? '')
    .replace(/^\[|\]$/g, '')
    .split(',')
    .map(unquoted)
    .filter(Boolean)
const unquoted = (text: string) => text.trim().replace(/^(["'])(.*)\1$/s, '$2')

function ofMarkdown(source: string): Subject {
  const [head, fields = '', body = source] = /^---\n(.*?)\n---(?:\n(.*))?$/s.exec(source) ?? []
  const said = new Map(
    fields.split('\n').flatMap((line): [string, string][] => {
      const [, key, value = ''] = /^([\w-]+):\s*(.*)$/.exec(line) ?? []
      return key ? [[key.toLowerCase(), unquoted(value)]] : []
    }),
  )
  const first = (...keys: string[]) => keys.map((key) => said.get(key)).find(Boolean) ?? ''
  const { title, markdown } = titled(head === undefined ? source : body, first('title', 'headline'))
  const reading = readDocument(fromMarkdown(markdown, { figure: () => 1 }))
  const lead = first('image', 'cover', 'art')
  const author = first('people', 'authors', 'author', 'by')
  return {
    ...blank(),
    title,
    summary: first('summary', 'excerpt', 'standfirst'),
    description: first('description'),
    slug: first('slug'),
    keyphrase: first('keyphrase', 'keyword'),
    caption: first('caption'),
    language: first('language', 'lang') || null,
    blocks: reading.blocks,
    images: [...(lead ? [leadImage(first('alt'), first('credit'))] : []), ...reading.images],
    topics: list(said.get('topics') ?? said.get('tags')),
    // a file that says nothing of itself is a text, not an article without an author
    people: head === undefined ? null : list(author),
    dated: first('published', 'date') !== '',
  }
}

const leadImage = (alt: string, credit: string): Image => ({ alt, credit, block: 'lead' })

/** A heading of the first level at the beginning is the title, where the file names no other. */
function titled(body: string, title: string): { title: string; markdown: string } {
  const [whole, heading = ''] = /^\s*#[ \t]+(.+?)[ \t]*#*(?:\n|$)/.exec(body) ?? []
  if (whole === undefined || (title !== '' && title !== heading)) return { title, markdown: body }
  return { title: heading.replace(/[*_`]/g, ''), markdown: body.slice(whole.length) }
}

function ofHtml(source: string): Subject {
  const { document, language, author, published, ...page } = fromHtml(source)
  return {
    ...blank(),
    ...page,
    language: language || null,
    ...readDocument(document),
    // a whole page has a head to say it in
    people: author ? [author] : /<html\b/i.test(source) ? [] : null,
    dated: published !== '',
  }
}

/** Paragraphs are apart by empty lines; a short first line that ends like no sentence is the title. */
function ofPlainText(source: string): Subject {
  const paragraphs = source
    .replace(/^\ufeff/, '')
    .split(/\n\s*\n/)
    .map((text) => text.trim())
    .filter(Boolean)
  const [first = ''] = paragraphs
  const isTitle = paragraphs.length > 1 && first.length <= 120 && !/[.!…:;,]$|\n/.test(first)
  const blocks = (isTitle ? paragraphs.slice(1) : paragraphs).map((text, i): Block => {
    const line = text.replace(/\s*\n\s*/g, ' ')
    return { kind: 'paragraph', path: [i], text: line, marks: linksIn(line) }
  })
  return { ...blank(), title: isTitle ? first : '', blocks }
}

const linksIn = (text: string): Mark[] =>
  Array.from(text.matchAll(/https?:\/\/[^\s<>"”’)]*[^\s<>"”’).,;:!?]/g), ({ 0: href, index }) => ({
    kind: 'link',
    from: index,
    to: index + href.length,
    href,
  }))
