import { slugInPath } from '@/domain/articles'
import { urlOf } from '../url'

/** Far longer than addresses that people link to. */
export const ADDRESS_MAX = 2_000

/** Two addresses as they were sent: who links, and to which of our articles. */
export type Pair = { source: string; host: string; target: string; slug: string }
export type PairProblem = 'source' | 'target' | 'same' | 'own' | 'elsewhere'

/** An address on the web without credentials; null for anything else. */
export function webAddress(text: unknown): URL | null {
  const url = typeof text !== 'string' || text.length > ADDRESS_MAX ? null : urlOf(text.trim())
  if (!url) return null
  const isPlain = /^https?:$/.test(url.protocol) && url.username === '' && url.password === ''
  if (!isPlain) return null
  url.hostname = url.hostname.replace(/\.$/, '')
  return url
}

/** The name by which a site is known. */
export const hostOf = (address: string): string => new URL(address).host.replace(/^www\./, '')

/** Reads what was sent; without asking anybody it is said what cannot be a mention of ours. */
export function readPair(
  sent: { source: unknown; target: unknown },
  site: URL,
): { kind: 'pair'; pair: Pair } | { kind: 'refused'; problem: PairProblem } {
  const source = webAddress(sent.source)
  const target = webAddress(sent.target)
  const refused = (problem: PairProblem) => ({ kind: 'refused', problem }) as const
  if (!source) return refused('source')
  if (!target) return refused('target')
  // one page is one source, whichever of its parts is named
  source.hash = ''
  const bare = target.href.replace(/#.*$/, '')
  if (source.href === bare) return refused('same')
  if (target.host !== site.host) return refused('elsewhere')
  if (source.host === site.host) return refused('own')
  const slug = slugInPath(target.pathname)
  if (slug === null) return refused('elsewhere')
  return { kind: 'pair', pair: { source: source.href, host: hostOf(source.href), target: target.href, slug } }
}
