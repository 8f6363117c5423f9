import { mf2 } from 'microformats-parser'
import type { MentionKind } from './states'
import { urlOf } from '@/domain/url'

type Item = ReturnType<typeof mf2>['items'][number]
type Property = Item['properties'][string][number]

/** What an entry says of itself (microformats2, h-entry and h-card), as it is written there. */
export type Entry = {
  kind: MentionKind
  author: { name: string; url: string; photo: string }
  title: string
  content: string
  publishedAt: string
}

/** By what an entry says what it does; the first that leads to the target holds. */
const VERBS = [
  ['in-reply-to', 'reply'],
  ['like-of', 'like'],
  ['repost-of', 'repost'],
  ['bookmark-of', 'bookmark'],
] as const satisfies [string, MentionKind][]

// entries stand in feeds, and feeds in nothing that is deeper
const DEPTH = 4
const ITEMS_MAX = 500

function entriesIn(items: Item[], depth = 0): Item[] {
  if (depth > DEPTH) return []
  return items
    .slice(0, ITEMS_MAX)
    .flatMap((item) => [
      ...(item.type?.includes('h-entry') ? [item] : []),
      ...entriesIn(item.children ?? [], depth + 1),
    ])
}

const isItem = (property: Property | undefined): property is Item =>
  typeof property === 'object' && 'properties' in property

/** The plain value of a property, whatever it is made of. */
function textOf(property: Property | undefined): string {
  if (property === undefined) return ''
  if (typeof property === 'string') return property
  if (isItem(property)) return textOf(property.properties.name?.[0]) || textOf(property.value)
  return property.value ?? ''
}

const addressesOf = (property: Property): string[] =>
  isItem(property) ? (property.properties.url ?? []).map(textOf) : [textOf(property)]

const leadsTo = (target: string, item: Item, name: string) =>
  (item.properties[name] ?? []).flatMap(addressesOf).some((address) => urlOf(address)?.href === target)

const kindOf = (item: Item, target: string): MentionKind =>
  VERBS.find(([name]) => leadsTo(target, item, name))?.[1] ?? 'mention'

const contentOf = ({ properties: { content, summary } }: Item) => textOf(content?.[0]) || textOf(summary?.[0])

// it refuses pages without a body and those that are deeper than its stack: these say nothing of themselves
function itemsOf(html: string, url: string): Item[] {
  try {
    return mf2(html, { baseUrl: url }).items
  } catch {
    return []
  }
}

/** The entry of a page that has to do with an address: the one that says so, or the first; null for a page without. */
export function readEntry(html: string, url: string, target: string): Entry | null {
  const entries = entriesIn(itemsOf(html, url))
  const entry = entries.find((each) => kindOf(each, target) !== 'mention') ?? entries[0]
  if (!entry) return null
  const [author] = entry.properties.author ?? []
  const card = isItem(author) ? author.properties : {}
  const content = contentOf(entry)
  const name = textOf(entry.properties.name?.[0])
  return {
    kind: kindOf(entry, target),
    author: { name: textOf(author), url: textOf(card.url?.[0]), photo: textOf(card.photo?.[0]) },
    // what has no title of its own is called by its text
    title: content.startsWith(name) || name.includes(content) ? '' : name,
    content,
    publishedAt: textOf(entry.properties.published?.[0]),
  }
}
