import type { Config } from '@/config'
import { begin, type LeasedMention, type Outcome, sourceOf } from '@/db/outgoing-queue'
import { type Endpoint, endpointOf } from '@/domain/mentions/discovery'
import { pingbackAnswer, pingbackCall } from '@/domain/mentions/pingback-call'
import {
  ALREADY,
  askedRestMs,
  isPassing,
  isPassingFault,
  type SendingReason,
  WITHDRAWN,
} from '@/domain/mentions/sending'
import { isLoopbackHost } from '@/net/addresses'
import { fetchGuarded, type Fetched } from '@/net/fetch'
import { urlOf } from '@/domain/url'

export type Site = Pick<Config, 'siteUrl' | 'allowsLoopback'>

const DISCOVERY = {
  accept: 'text/html, application/xhtml+xml;q=0.9, */*;q=0.1',
  maxMs: 10_000,
  maxBytes: 1_000_000,
  cuts: true,
}
// some look at our page before they answer
const ANSWER = { maxMs: 20_000, maxBytes: 50_000, cuts: true, maxRedirects: 5 }
/** Longer than one mention can take. */
export const LONGEST_MS = 45_000

/** A kind of failure that another try would meet again. */
const FOR_GOOD: SendingReason[] = ['address', 'redirects', 'size']

/**
 * Finds out where a page wants to hear of our link, and says so there. null where it is not to be said any more.
 * What is about to be said is noted first, so that who is cut off in between does not say it twice.
 */
export async function deliver(mention: LeasedMention, site: Site, now: Date): Promise<Outcome | null> {
  const { target, wanted, told } = mention
  const { host, hostname } = new URL(target)
  const nobody = { kind: 'none', endpoint: null, status: null } as const
  // what we link to among ourselves never travels
  if (host === site.siteUrl.host) return { ...nobody, reason: 'own' }
  if (isLoopbackHost(site.siteUrl.hostname) && !isLoopbackHost(hostname)) return { ...nobody, reason: 'here' }
  const page = await fetchGuarded(target, { ...guardsOf(site), ...DISCOVERY })
  if (page.kind === 'failed') return failed(page.reason, null, null)
  const { status } = page
  if (isPassing(status)) return failed('page', null, status, askedRestMs(page.headers['retry-after'], now))
  if (status < 200 || status > 299) return { kind: 'none', endpoint: null, status, reason: 'page' }
  const endpoint = endpointOf(readOf(page))
  if (!endpoint) return { kind: 'none', endpoint, status, reason: '' }
  // pingback knows neither a second time nor that a link is gone
  if (endpoint.protocol === 'pingback' && (told !== null || wanted === WITHDRAWN))
    return { kind: 'sent', endpoint, status: null, statusUrl: '', reason: 'once' }
  return say(mention, endpoint, site, now)
}

async function say(
  mention: LeasedMention,
  endpoint: Endpoint,
  site: Site,
  now: Date,
): Promise<Outcome | null> {
  const source = await sourceOf(mention, site.siteUrl)
  const { target } = mention
  let isWanted = true
  const answer = await fetchGuarded(endpoint.url, {
    ...guardsOf(site),
    ...ANSWER,
    ...(endpoint.protocol === 'webmention'
      ? { form: { source, target } }
      : { post: { type: 'text/xml', text: pingbackCall(source, target) } }),
    beforeSending: async () => {
      isWanted = await begin(mention, source)
      if (!isWanted) throw new Error('Something else is to be said meanwhile')
    },
  })
  if (!isWanted) return null
  if (answer.kind === 'failed') return failed(answer.reason, endpoint, null)
  const { status } = answer
  if (status < 200 || status > 299)
    return failed('refused', endpoint, status, askedRestMs(answer.headers['retry-after'], now))
  if (endpoint.protocol === 'pingback') return readFault(answer.body.toString(), endpoint)
  const { location } = answer.headers
  const statusUrl = status === 201 && location ? (urlOf(location, answer.url)?.href ?? '') : ''
  return {
    kind: 'sent',
    endpoint,
    status,
    statusUrl,
    reason: '',
  }
}

function readFault(xml: string, endpoint: Endpoint): Outcome {
  const answer = pingbackAnswer(xml)
  if (!answer) return failed('answer', endpoint, null)
  const { fault } = answer
  if (fault === null || fault === ALREADY)
    return { kind: 'sent', endpoint, status: fault, statusUrl: '', reason: '' }
  return { ...failed('fault', endpoint, fault), forGood: !isPassingFault(fault) }
}

const failed = (
  reason: SendingReason,
  endpoint: Endpoint | null,
  status: number | null,
  askedRestMs = 0,
) => ({
  kind: 'failed' as const,
  reason,
  endpoint,
  status,
  forGood: FOR_GOOD.includes(reason) || (status !== null && !isPassing(status)),
  askedRestMs,
})

const guardsOf = ({ siteUrl, allowsLoopback }: Site) => ({ siteUrl, allowsLoopback })

function readOf({ url, headers, body }: Extract<Fetched, { kind: 'answered' }>) {
  const type = headers['content-type'] ?? ''
  const xPingback = headers['x-pingback']
  return {
    url,
    link: [headers.link ?? []].flat().join(', '),
    xPingback: typeof xPingback === 'string' ? xPingback : '',
    html: /^\s*(text\/html|application\/xhtml\+xml)\s*(;|$)/i.test(type) ? body.toString() : null,
  }
}
