import { getPageBefore, listPublished, type ListOptions } from '@/db/articles'
import { formatDate } from '@/domain/dates'
import { decodeCursor, instantKey } from '@/domain/paging'
import { getSite, now } from './request'

type Query = Promise<Record<string, string | string[] | undefined>>

type Place = {
  /** The cursor the page begins after; null on the first, which is also where a cursor leads that nobody made. */
  after: string | null
  canonical: string
  /** No article of the page is newer. */
  upTo: Date | null
}

async function placeIn(query: Query, path: string): Promise<Place> {
  const { after } = await query
  const key = typeof after === 'string' ? decodeCursor(after, instantKey) : null
  if (typeof after !== 'string' || !key) return { after: null, canonical: path, upTo: null }
  return { after, canonical: `${path}?after=${encodeURIComponent(after)}`, upTo: key[0] }
}

/** What a page of a list is called, and its address: the later ones say how far they go. */
export async function nameOf(
  query: Query,
  path: string,
  list: string,
): Promise<{ title: string; path: string }> {
  const { canonical, upTo } = await placeIn(query, path)
  const { timeZone } = await getSite()
  return { title: upTo ? `${list}, up to ${formatDate(upTo, timeZone)}` : list, path: canonical }
}

/** One page of a list and where it stands among the others. */
export async function readPage(
  query: Query,
  path: string,
  of: Pick<ListOptions, 'topicId' | 'personId'> = {},
) {
  const { after } = await placeIn(query, path)
  return {
    path,
    page: await listPublished(now(), { ...of, after }),
    isFirst: after === null,
    previous: after && (await getPageBefore(now(), { ...of, after })),
  }
}
