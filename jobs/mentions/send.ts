import { config } from '@/config'
import { transact } from '@/db/client'
import { askToSend } from '@/db/outgoing'
import * as outgoing from '@/db/outgoing-queue'
import type { LeasedMention, Outcome } from '@/db/outgoing-queue'
import { getSending } from '@/db/settings'
import { log } from '@/log'
import { workOnSeveral } from '../several'
import { deliver, LONGEST_MS, type Site } from './deliver'

const AT_ONCE = 6
const PER_HOST = 2
const A_TURN_MS = 5_000

/** Tells other sites what is due, a few at once, and asks to come back for what is not. */
export async function sendMentions(site: Site = config()): Promise<void> {
  const { isOn, isStaging } = await getSending()
  if (!isOn || isStaging) return
  await workOnSeveral({
    atOnce: AT_ONCE,
    forMs: A_TURN_MS,
    take: (limit, busy) =>
      outgoing.lease(new Date(), { leaseMs: LONGEST_MS, limit, perHost: PER_HOST, busy }),
    work: (mention) => tell(mention, site),
  })
  const next = await outgoing.nextDue()
  if (next) await transact((tx) => askToSend(tx, next))
}

/** What was left when the program ended is told when it starts. */
export const scheduleMentions = (now: Date): Promise<void> => transact((tx) => askToSend(tx, now))

async function tell(mention: LeasedMention, site: Site): Promise<void> {
  try {
    const outcome = await deliver(mention, site, new Date())
    if (outcome) await outgoing.settle(mention, outcome, Math.random(), new Date())
    else await outgoing.release(mention)
  } catch (error) {
    log.error({ err: error, mention: mention.id }, 'a mention could not be told')
    await outgoing.settle(mention, UNKNOWN, Math.random(), new Date())
  }
}

const UNKNOWN: Outcome = {
  kind: 'failed',
  reason: 'network',
  endpoint: null,
  status: null,
  forGood: false,
  askedRestMs: 0,
}
