/** A request that a finished answer is enough for. */
export type Plain = {
  method: 'GET' | 'HEAD'
  url: string
  accepted: string
  ifNoneMatch: string | undefined
  cookie: string | undefined
}

// RFC 9112: one request line and well-formed fields, complete and alone in what arrived
const WHOLE =
  /^(GET|HEAD) (\/[!-~]*) HTTP\/1\.1\r\n(?:[!#$%&'*+.^_`|~0-9A-Za-z-]+:[\t -~\x80-\xff]*\r\n)+\r\n$/
// what says that a body follows, that the connection is to change, or that the answer depends on more than the address
const NOT_PLAIN =
  /\r\n(?:(?:content-length|transfer-encoding|expect|upgrade|authorization|if-match|if-unmodified-since):|connection:(?![\t ]*keep-alive[\t ]*\r))/i
// of these a second line would add to the first, or contradict it
const ONCE = /\r\n(host|accept-encoding|cookie|if-none-match):/gi
const ACCEPTED = /\r\naccept-encoding:[\t ]*([^\r]*)/i
const COOKIE = /\r\ncookie:[\t ]*([^\r]*)/i
const HELD = /\r\nif-none-match:[\t ]*([^\r]*)/i

/** Reads what a browser sends to read a page. Null for whatever is unusual in any way: that is for a whole HTTP parser. */
export function plainRequest(head: string): Plain | null {
  const [, method, url] = WHOLE.exec(head) ?? []
  if ((method !== 'GET' && method !== 'HEAD') || url === undefined || NOT_PLAIN.test(head)) return null
  const names = (head.match(ONCE) ?? []).map((name) => name.toLowerCase())
  if (!names.includes('\r\nhost:') || new Set(names).size < names.length) return null
  return {
    method,
    url,
    accepted: ACCEPTED.exec(head)?.[1] ?? '',
    ifNoneMatch: HELD.exec(head)?.[1],
    cookie: COOKIE.exec(head)?.[1],
  }
}
