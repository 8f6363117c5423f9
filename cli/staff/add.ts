import { config } from '@/config'
import * as invitations from '@/db/invitations'
import { systemActor } from '@/domain/actor'
import { type Role, ROLES } from '@/domain/roles'
import { INVITATION_DAYS, invitationExpiry } from '@/domain/sign-in'
import { withExistingDatabase } from '../database'
import { Refused } from '../refused'
import { print } from '../terminal'

export type Options = { email: string; name?: string; role?: Role; json?: boolean }

const REFUSALS = {
  forbidden: 'Only an owner lets people in',
  'name-needed': 'Nobody has this address yet: say who it is with --name',
  'role-needed': `Nobody has this address yet: say what they may do with --role (${ROLES.join(', ')})`,
  'last-owner': 'This is the only owner: make somebody else one first',
}

export const add = (options: Options) => withExistingDatabase(() => invite(options))

async function invite({ email, name, role, json }: Options): Promise<void> {
  const now = new Date()
  const invited = await invitations.invite(systemActor('command line'), { email, name, role }, now)
  if (invited.kind === 'refused') throw new Refused(REFUSALS[invited.reason])
  const { account, token } = invited
  const link = new URL(`/setup?token=${token}`, config().siteUrl).href
  print(
    { account, email, link, expiresAt: invitationExpiry(now) },
    [
      account === 'new'
        ? `${name} can sign in once a password is chosen here:`
        : 'A new password can be chosen here:',
      link,
      `The link works once and for ${INVITATION_DAYS} days. Give it to nobody but ${email}.`,
    ],
    { json },
  )
}
