import { getPolicy } from '@/db/settings'
import { PROOF_BITS } from '@/domain/moderation/proof'
import { challengeAt } from './challenge'

/** Hands out one challenge for one comment; by POST, because answers to GET are shared. */
export async function POST() {
  const { check } = await getPolicy()
  if (check === 'off') return new Response(null, { status: 404 })
  return Response.json({ challenge: challengeAt(new Date()), bits: PROOF_BITS })
}
