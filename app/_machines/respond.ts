import { getRedirect } from '@/db/redirects'

/** A finished answer for a program; the server adds the validators and keeps it like any document. */
export const respond = (type: string, body: string, status = 200): Response =>
  new Response(body, { status, headers: { 'content-type': `${type}; charset=utf-8` } })

/** Public JSON: any page in a browser may read it. */
export const respondJson = (value: unknown, status = 200, type = 'application/json'): Response =>
  // no program minds, and whoever takes it for a page finds no markup in it
  new Response(JSON.stringify(value).replaceAll('<', '\\u003c'), {
    status,
    headers: { 'content-type': `${type}; charset=utf-8`, 'access-control-allow-origin': '*' },
  })

/** Leads on to where the page that an address belongs to has moved; null where it has not. */
export async function movedFrom(path: string, addressOf: (path: string) => string): Promise<Response | null> {
  const to = await getRedirect(path)
  return to ? new Response(null, { status: 308, headers: { location: addressOf(to) } }) : null
}
