import * as unsubscribing from '@/db/unsubscribing'
import { readList } from '@/domain/mail/lists'
import { unsubscribePath } from '@/domain/mail/paths'
import { unseal } from '@/secret'

export const dynamic = 'force-dynamic'

type Context = RouteContext<'/unsubscribe/[token]/one-click'>

/** For mail programs (RFC 8058): they post here, without a page in between. */
export async function POST(_: Request, { params }: Context): Promise<Response> {
  const list = readList(unseal('unsubscribe', (await params).token))
  if (!list) return new Response('There is no such list.\n', { status: 404 })
  await unsubscribing.end(list)
  return new Response('You receive no more of these.\n')
}

/** Where a person follows the address instead, they find the page with the button. */
export async function GET(_: Request, { params }: Context): Promise<Response> {
  const { token } = await params
  return new Response(null, {
    status: 303,
    headers: { location: unsubscribePath(encodeURIComponent(token)) },
  })
}
