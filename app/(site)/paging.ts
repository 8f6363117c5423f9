import { getPageBefore, listPublished, type ListOptions } from '@/db/articles'
import { decodeCursor, instantKey } from '@/domain/paging'
import { now } from './request'

type Query = Promise<Record<string, string | string[] | undefined>>

/** The cursor a list's page begins after, and the address of that page; a cursor nobody made means the first page. */
export async function afterIn(
  query: Query,
  path: string,
): Promise<{ after: string | null; canonical: string }> {
  const { after } = await query
  if (typeof after !== 'string' || !decodeCursor(after, instantKey)) return { after: null, canonical: path }
  return { after, canonical: `${path}?after=${encodeURIComponent(after)}` }
}

/** One page of a list and where it stands among the others. */
export async function readPage(
  query: Query,
  path: string,
  of: Pick<ListOptions, 'topicId' | 'personId'> = {},
) {
  const { after } = await afterIn(query, path)
  return {
    path,
    page: await listPublished(now(), { ...of, after }),
    isFirst: after === null,
    previous: after && (await getPageBefore(now(), { ...of, after })),
  }
}
