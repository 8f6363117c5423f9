import { exportOf, getAddress } from '@/db/personal-data'
import { unseal } from '@/secret'

export const dynamic = 'force-dynamic'

/** The file to take along. It is posted for: what only follows links gets nothing. */
export async function POST(
  _: Request,
  { params }: RouteContext<'/your-data/[token]/export'>,
): Promise<Response> {
  const email = await getAddress(Number(unseal('data', (await params).token) ?? 0), new Date())
  if (!email) return new Response('This link no longer works.\n', { status: 410 })
  return new Response(`${JSON.stringify(await exportOf(email), null, 2)}\n`, {
    headers: {
      'content-type': 'application/json; charset=utf-8',
      'content-disposition': 'attachment; filename="your-data.json"',
    },
  })
}
