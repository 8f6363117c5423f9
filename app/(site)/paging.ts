import { decodeCursor, instantKey } from '@/domain/paging'

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
