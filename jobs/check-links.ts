import { config, type Config } from '@/config'
import { transact } from '@/db/client'
import * as links from '@/db/outside-links'
import { getSending } from '@/db/settings'
import type { Look } from '@/domain/link-states'
import { isLoopbackHost } from '@/net/addresses'
import { fetchGuarded } from '@/net/fetch'
import { workOnSeveral } from './several'

type Site = Pick<Config, 'siteUrl' | 'allowsLoopback'>

const AT_ONCE = 4
const A_TURN_MS = 5_000
const LOOK_MS = 8_000
// twice a look, and what waiting for the file takes
const LEASE_MS = 30_000

/** Looks at addresses that articles link to, a few at once, and asks to come back for what is due later. */
export async function checkLinks(site: Site = config()): Promise<void> {
  if ((await getSending()).isStaging) return
  await workOnSeveral({
    atOnce: AT_ONCE,
    forMs: A_TURN_MS,
    take: (limit, busy) => links.lease(new Date(), { leaseMs: LEASE_MS, limit, busy }),
    work: async (link) => links.settle(link, await look(link.href, site), new Date()),
  })
  const next = await links.nextDue()
  if (next) await transact((tx) => links.askToCheck(tx, next))
}

async function look(href: string, { siteUrl, allowsLoopback }: Site): Promise<Look> {
  // a site that is tried out on its own machine asks nobody elsewhere
  if (isLoopbackHost(siteUrl.hostname) && !isLoopbackHost(new URL(href).hostname))
    return { kind: 'failed', reason: 'address' }
  const options = { siteUrl, allowsLoopback, maxMs: LOOK_MS }
  const short = await fetchGuarded(href, { ...options, headersOnly: true })
  // some know nothing but whole pages
  if (short.kind === 'failed' || short.status < 400) return short
  return fetchGuarded(href, { ...options, maxBytes: 1_000, cuts: true })
}
