import { cookies, headers } from 'next/headers'
import { CredentialsSignin } from 'next-auth'
import { z } from 'zod'
import * as invitations from '@/db/invitations'
import { personName } from '@/domain/accounts'
import { systemActor } from '@/domain/actor'
import { emailInput, normaliseEmail } from '@/domain/sign-in'
import { checkPassword, forgive } from './check'
import { deviceCookie } from './cookies'
import { hashPassword } from './password'

export type Refusal =
  | { reason: 'wrong' }
  | { reason: 'blocked'; until: Date }
  | { reason: Extract<invitations.Accepted, { kind: 'refused' }>['reason'] }

/** How a proof says no through next-auth, which knows only errors. */
export class Refused extends CredentialsSignin {
  constructor(readonly refusal: Refusal) {
    super()
  }
}

const passwordProof = z.object({ email: z.string().transform(normaliseEmail), password: z.string() })

/** Name and password. Throws Refused. */
export async function authorizePassword(credentials: unknown) {
  const { email, password } = passwordProof.parse(credentials)
  const verdict = await checkPassword(
    {
      email,
      password,
      address: (await headers()).get('x-masthead-address') ?? '',
      deviceMark: (await cookies()).get(deviceCookie().name)?.value,
    },
    new Date(),
  )
  if (verdict.kind === 'wrong') throw new Refused({ reason: 'wrong' })
  if (verdict.kind === 'blocked') throw new Refused({ reason: 'blocked', until: verdict.until })
  return { id: String(verdict.accountId), email }
}

const invitationProof = z.object({
  token: z.string(),
  password: z.string(),
  email: emailInput.optional(),
  name: personName.optional(),
})

/** A one-time link and the password chosen behind it; uses the link up. Throws Refused. */
export async function authorizeInvitation(credentials: unknown) {
  const { token, password, email, name } = invitationProof.parse(credentials)
  const now = new Date()
  // before the costly hash, which strangers shall not be able to ask for
  if (!(await invitations.getByToken(token, now))) throw new Refused({ reason: 'gone' })
  const owner = email && name ? { email, name } : undefined
  const passwordHash = await hashPassword(password)
  const accepted = await invitations.accept(systemActor('one-time link'), { token, passwordHash, owner }, now)
  if (accepted.kind === 'refused') throw new Refused({ reason: accepted.reason })
  await forgive(accepted.email)
  return { id: String(accepted.accountId), email: accepted.email }
}
