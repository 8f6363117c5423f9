import type { OutgoingHttpHeaders } from 'node:http'

/** Where browsers find which of our links they may follow ahead. */
export const RULES_PATH = '/speculation-rules.json'

const policy = (scripts: "'none'" | "'self'") =>
  [
    "default-src 'none'",
    `script-src ${scripts}`,
    "style-src 'self'",
    "font-src 'self'",
    "img-src 'self' data:",
    "manifest-src 'self'",
    // no script of ours connects to anything; programs that judge pages read /robots.txt through them
    "connect-src 'self'",
    "form-action 'self'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
  ].join('; ')

/** What every answer of the site carries. */
export const siteHeaders = (secure: boolean): OutgoingHttpHeaders => ({
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'strict-origin-when-cross-origin',
  'permissions-policy': 'camera=(), geolocation=(), microphone=(), payment=(), usb=()',
  'cross-origin-opener-policy': 'same-origin',
  ...transport(secure),
})

const transport = (secure: boolean): OutgoingHttpHeaders =>
  secure ? { 'strict-transport-security': 'max-age=31536000' } : {}

/** What a document carries besides: nothing but what it uses may load, and no script, unless it says that it runs a module of ours. */
export const documentHeaders = (secure: boolean, runsModule = false): OutgoingHttpHeaders => ({
  ...siteHeaders(secure),
  'content-security-policy': policy(runsModule ? "'self'" : "'none'"),
  'cross-origin-resource-policy': 'same-origin',
  'speculation-rules': `"${RULES_PATH}"`,
})

/** What programs read: feeds and public JSON, also from pages of other sites. */
export const dataHeaders = (secure: boolean): OutgoingHttpHeaders => ({
  ...siteHeaders(secure),
  'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
  'cross-origin-resource-policy': 'cross-origin',
})

/** What a file carries: images may be shown by other sites and by readers of feeds, what pages are made of may not. */
export const fileHeaders = (type: string, secure: boolean): OutgoingHttpHeaders => ({
  'content-type': type,
  'x-content-type-options': 'nosniff',
  'cross-origin-resource-policy': type.startsWith('image/') ? 'cross-origin' : 'same-origin',
  ...transport(secure),
})

/** What Next says that is worth passing on; the rest (preloads of scripts, cache hints, Vary on router headers) is not. */
const PASSED = new Set([
  'content-type',
  'location',
  'set-cookie',
  'retry-after',
  'access-control-allow-origin',
  'allow',
  'x-robots-tag',
])

export function passed(headers: OutgoingHttpHeaders): OutgoingHttpHeaders {
  const link = fontPreloads(String(headers.link ?? ''))
  return {
    ...Object.fromEntries(Object.entries(headers).filter(([name]) => PASSED.has(name.toLowerCase()))),
    ...(link && { link }),
  }
}

/** Of what Next would have fetched early, the fonts alone: the text needs them, and nothing on the page names them. */
const fontPreloads = (link: string) =>
  link
    .split(/,\s*(?=<)/)
    .filter((entry) => /;\s*as="?font\b/.test(entry))
    .join(', ')
