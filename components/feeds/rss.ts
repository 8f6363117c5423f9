import type { Xml } from './xml'
import { leaf, toXml, xml } from './xml'

export type Channel = {
  title: string
  description: string
  /** The page that it is the feed of, and its own address. */
  page: URL
  self: URL
  /** The newest first. */
  items: Item[]
}

export type Item = {
  title: string
  url: URL
  /** Never changes, also when the address does. */
  id: string
  publishedAt: Date
  authors: string[]
  categories: string[]
  summary: string
  content: string
  image: { url: URL; width: number; height: number } | null
  comments: { page: URL; feed: URL; count: number } | null
}

const NAMESPACES = {
  'xmlns:atom': 'http://www.w3.org/2005/Atom',
  'xmlns:content': 'http://purl.org/rss/1.0/modules/content/',
  'xmlns:dc': 'http://purl.org/dc/elements/1.1/',
  'xmlns:media': 'http://search.yahoo.com/mrss/',
  'xmlns:slash': 'http://purl.org/rss/1.0/modules/slash/',
  'xmlns:wfw': 'http://wellformedweb.org/CommentAPI/',
}

/** RSS 2.0 with the texts in full. */
export function rss({ title, description, page, self, items }: Channel): string {
  const newest = items[0]
  return toXml(
    xml(
      'rss',
      { version: '2.0', ...NAMESPACES },
      xml(
        'channel',
        {},
        leaf('title', title),
        leaf('link', page.href),
        leaf('description', description),
        leaf('language', 'en'),
        xml('atom:link', { rel: 'self', type: 'application/rss+xml', href: self.href }),
        newest ? leaf('lastBuildDate', newest.publishedAt.toUTCString()) : null,
        ...items.map(item),
      ),
    ),
  )
}

function item({
  title,
  url,
  id,
  publishedAt,
  authors,
  categories,
  summary,
  content,
  image,
  comments,
}: Item): Xml {
  return xml(
    'item',
    {},
    leaf('title', title),
    leaf('link', url.href),
    xml('guid', { isPermaLink: 'false' }, id),
    leaf('pubDate', publishedAt.toUTCString()),
    ...authors.map((author) => leaf('dc:creator', author)),
    ...categories.map((category) => leaf('category', category)),
    summary ? leaf('description', summary) : null,
    leaf('content:encoded', content),
    image
      ? xml('media:content', {
          url: image.url.href,
          medium: 'image',
          width: image.width,
          height: image.height,
        })
      : null,
    ...(comments
      ? [
          leaf('comments', comments.page.href),
          leaf('wfw:commentRss', comments.feed.href),
          leaf('slash:comments', comments.count),
        ]
      : []),
  )
}
