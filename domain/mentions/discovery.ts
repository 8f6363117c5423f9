import { Parser } from 'htmlparser2'
import { linksOf, relsOf } from './link-header'
import { urlOf } from '@/domain/url'

export const PROTOCOLS = ['webmention', 'pingback'] as const
export type Protocol = (typeof PROTOCOLS)[number]

/** Where a page wants to hear that it is linked to. */
export type Endpoint = { protocol: Protocol; url: string }

/** A page as it was answered, after redirects; `html` is null where it is something else. */
export type Answered = { url: string; link: string; xPingback: string; html: string | null }

/**
 * The endpoint of a page: of webmention by its headers, then by the first `<link>` or `<a>` (Webmention 3.1.2); where
 * there is none, of pingback by its header, then by the first `<link>` (Pingback 1.0, 2.3).
 */
export function endpointOf(page: Answered): Endpoint | null {
  const inHtml = page.html === null ? {} : endpointsIn(page.html, page.url)
  const webmention = inHeader(page) ?? inHtml.webmention
  if (webmention !== undefined) return { protocol: 'webmention', url: webmention }
  const pingback = resolved(page.xPingback.trim() || null, page.url) ?? inHtml.pingback
  return pingback === undefined ? null : { protocol: 'pingback', url: pingback }
}

const resolved = (href: string | null, base: string): string | undefined =>
  href === null ? undefined : urlOf(href, base)?.href

function inHeader({ link, url }: Answered): string | undefined {
  const here = new URL(url).href.replace(/#.*$/, '')
  const speaksOfIt = (anchor: string | null) =>
    anchor === null || resolved(anchor, url)?.replace(/#.*$/, '') === here
  const first = linksOf(link).find(({ rels, anchor }) => rels.includes('webmention') && speaksOfIt(anchor))
  return first && resolved(first.target, url)
}

/** What stands in these is no part of the page. */
const ASIDE = new Set(['template', 'iframe', 'noembed', 'noframes', 'xmp', 'svg', 'math'])

type Found = { [P in Protocol]?: string | undefined }

function endpointsIn(html: string, url: string): Found {
  let base: string | undefined
  const hrefs: Found = {}
  let aside = 0
  const parser = new Parser({
    onopentag(name, { href, rel }) {
      if (ASIDE.has(name)) aside++
      if (aside > 0 || href === undefined) return
      if (name === 'base') base ??= resolved(href, url) ?? url
      if (name !== 'link' && name !== 'a') return
      const rels = relsOf(rel)
      if (rels.includes('webmention')) hrefs.webmention ??= href
      if (rels.includes('pingback') && name === 'link') hrefs.pingback ??= href
    },
    onclosetag(name) {
      if (ASIDE.has(name)) aside--
    },
  })
  parser.end(html)
  // the base holds for what stands before it too
  const found = (href: string | undefined) =>
    href === undefined ? undefined : resolved(href.trim(), base ?? url)
  return { webmention: found(hrefs.webmention), pingback: found(hrefs.pingback) }
}
