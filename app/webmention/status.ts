import { getStatus, type MentionStatus } from '@/db/mention-status'
import { unseal } from '@/secret'

/** What became of the mention that a status address is about; null for an address that is none of ours. */
export async function readStatus(token: string): Promise<MentionStatus | null> {
  const id = Number(unseal('mention', token) ?? 0)
  return id > 0 ? getStatus(id) : null
}
