import { ADDRESS_MAX } from './pair'
import { readEntry } from './entry'
import { findLink } from './html'
import type { GoneReason, MentionKind } from './states'
import { AUTHOR_MAX, EXCERPT_MAX, plain, TITLE_MAX } from './text'
import { urlOf } from '@/domain/url'

/** What came from a source, after redirects. `type` is its Content-Type. */
export type Page = { url: string; type: string; text: string }

/** What is kept of a page that links to us: plain text alone. */
export type MentionReading = {
  kind: MentionKind
  authorName: string
  /** Empty, or an address on the web; so is that of the photo, which is kept and never shown. */
  authorUrl: string
  authorPhoto: string
  title: string
  excerpt: string
  publishedAt: Date | null
}
export type ReadPage =
  | { kind: 'found'; reading: MentionReading }
  | { kind: 'gone'; reason: Extract<GoneReason, 'no-link' | 'type' | 'unreadable'> }

const NOTHING: MentionReading = {
  kind: 'mention',
  authorName: '',
  authorUrl: '',
  authorPhoto: '',
  title: '',
  excerpt: '',
  publishedAt: null,
}

const typeOf = (type: string) => type.split(';')[0]?.trim().toLowerCase() ?? ''

/** Reads a page as its type says (Webmention, 3.2.2) for one exact address, and what it says about it. */
export function readPage({ url, type, text }: Page, target: string): ReadPage {
  const media = typeOf(type)
  if (media === '' || media === 'text/html' || media === 'application/xhtml+xml')
    return readHtml(text, url, target)
  if (media === 'application/json' || media.endsWith('+json')) return readJson(text, target)
  if (media === 'text/plain') return found(hasToken(text, target) ? NOTHING : null)
  return { kind: 'gone', reason: 'type' }
}

const found = (reading: MentionReading | null): ReadPage =>
  reading ? { kind: 'found', reading } : { kind: 'gone', reason: 'no-link' }

function readHtml(html: string, url: string, target: string): ReadPage {
  const link = findLink(html, url, target)
  if (!link) return found(null)
  const entry = readEntry(html, url, target)
  // an answer is quoted itself; of a page that only links, the words around its link are of use
  const said = !entry || entry.kind === 'mention' ? link.quote || entry?.content : entry.content
  return found({
    kind: entry?.kind ?? 'mention',
    authorName: plain(entry?.author.name ?? '', AUTHOR_MAX),
    authorUrl: webAddress(entry?.author.url ?? ''),
    authorPhoto: webAddress(entry?.author.photo ?? ''),
    title: plain(entry?.title || link.title, TITLE_MAX),
    excerpt: plain(said ?? '', EXCERPT_MAX),
    publishedAt: instant(entry?.publishedAt ?? ''),
  })
}

function webAddress(address: string): string {
  const url = address.length > ADDRESS_MAX ? null : urlOf(address)
  if (!url) return ''
  const { protocol, username, password, href } = url
  return /^https?:$/.test(protocol) && username === '' && password === '' ? href : ''
}

const YEAR_2100 = Date.UTC(2100, 0)

function instant(text: string): Date | null {
  const ms = Date.parse(text)
  return ms > 0 && ms < YEAR_2100 ? new Date(ms) : null
}

/** In JSON any string that is exactly the address (Webmention, 3.2.2). */
function readJson(text: string, target: string): ReadPage {
  let open: unknown[]
  try {
    open = [JSON.parse(text)]
  } catch {
    return { kind: 'gone', reason: 'unreadable' }
  }
  while (open.length > 0) {
    const value = open.pop()
    if (value === target) return found(NOTHING)
    if (typeof value === 'object' && value !== null) for (const each of Object.values(value)) open.push(each)
  }
  return found(null)
}

/** In plain text the address as a word of its own, with what a sentence puts around it. */
const hasToken = (text: string, target: string): boolean =>
  text
    .split(/[\s<>"]+/)
    .some((word) => word === target || word.replace(/^[([{']+|[)\]}'.,;:!?]+$/g, '') === target)
