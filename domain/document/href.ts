import { urlOf } from '../url'
const ORIGIN = 'https://origin.invalid'
// browsers drop these while reading an address, so `java\nscript:` would run
const UNPRINTABLE = /[\u0000-\u0020\u007f-\u00a0\u2028\u2029\ufeff]/
const ALLOWED = /^(https?:\/\/[^/\\]|mailto:.|tel:.)/i

export const HREF_MAX = 2048

/** An address that a document may link to: http(s), mailto, tel, root-relative or `#fragment`. */
export function isSafeHref(href: string): boolean {
  const url = href.length > HREF_MAX || UNPRINTABLE.test(href) ? null : urlOf(href, ORIGIN)
  if (!url) return false
  if (href.startsWith('#')) return true
  // `//host` and `/\host` leave the site although they look root-relative
  if (href.startsWith('/')) return url.origin === ORIGIN
  return ALLOWED.test(href)
}

/** A safe address that names its host. */
export const isWebHref = (href: string): boolean => /^https?:/i.test(href) && isSafeHref(href)

/** What somebody typed as an address: `example.org` and `a@example.org` are understood, our own origin is left out. */
export function toHref(typed: string, origin: string): string | null {
  const text = typed.trim()
  const href = /^[^\s/@]+@[^\s/@]+\.[^\s/@]+$/.test(text)
    ? `mailto:${text}`
    : /^[\w-]+(\.[\w-]+)*\.[a-z]{2,}([/?#]|$)/i.test(text)
      ? `https://${text}`
      : text
  if (!/^https?:/i.test(href)) return isSafeHref(href) ? href : null
  // spaces and letters beyond ASCII get their written form
  const url = urlOf(href)
  if (!url) return null
  const own = url.origin === origin ? url.href.slice(origin.length) : url.href
  return isSafeHref(own) ? own : null
}
