import { cache } from 'react'
import * as confirmations from '@/db/confirmations'
import { unseal } from '@/secret'
import { now } from '../../request'

/** What a mailed link is about; null for one that is not of ours. */
export const readLink = cache(async (token: string) => {
  const id = Number(unseal('confirm', token) ?? 0)
  const view = id > 0 ? await confirmations.get(id, now()) : null
  return view && { id, ...view }
})
