'use server'

import { requireStaff } from '@/auth/guard'
import { config } from '@/config'
import { makeKey } from '@/db/mention-feeds'

/** The address of a feed of one's own; it is shown once. null where the role may not have one. */
export async function makeFeed(): Promise<string | null> {
  const actor = await requireStaff('moderate')
  const key = await makeKey(actor, new Date())
  return key && new URL(`/mentions-feed/${key}`, config().siteUrl).href
}
