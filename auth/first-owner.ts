import * as accounts from '@/db/accounts'
import { db } from '@/db/client'
import * as invitations from '@/db/invitations'
import { nameFromEmail } from '@/domain/accounts'
import { systemActor } from '@/domain/actor'
import { passwordProblem } from '@/domain/passwords'
import { normaliseEmail } from '@/domain/sign-in'
import { hashPassword } from './password'

/**
 * At start: makes the owner whom the environment names, where the site has none.
 * Returns the path of a one-time link for becoming the owner while there still is none.
 */
export async function prepareFirstOwner(
  environment: { ownerEmail?: string; ownerPassword?: string },
  now: Date,
): Promise<string | null> {
  if (await accounts.hasOwner(db())) return null
  const { ownerEmail, ownerPassword } = environment
  if (ownerEmail && ownerPassword) {
    const email = normaliseEmail(ownerEmail)
    if (passwordProblem(ownerPassword, email))
      throw new Error('OWNER_PASSWORD is too easy to guess: choose 12 or more characters that nobody expects')
    const owner = { email, name: nameFromEmail(email), passwordHash: await hashPassword(ownerPassword) }
    const made = await accounts.createFirstOwner(systemActor('OWNER_EMAIL'), owner, now)
    if (made.kind === 'refused' && made.reason === 'email-taken')
      throw new Error(`OWNER_EMAIL belongs to a member of staff who is not an owner: ${email}`)
    return null
  }
  const token = await invitations.issueSetup(now)
  return token && `/setup?token=${token}`
}
