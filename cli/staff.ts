import type { Command } from 'commander'
import { InvalidArgumentError, Option } from 'commander'
import { config } from '@/config'
import * as invitations from '@/db/invitations'
import { personName } from '@/domain/accounts'
import { systemActor } from '@/domain/actor'
import { type Role, ROLES } from '@/domain/roles'
import { emailInput, INVITATION_DAYS, invitationExpiry } from '@/domain/sign-in'
import { withExistingDatabase } from './database'
import { Refused } from './refused'
import { print } from './terminal'

type Options = { email: string; name?: string; role?: Role; json?: boolean }

const REFUSALS = {
  forbidden: 'Only an owner lets people in',
  'name-needed': 'Nobody has this address yet: say who it is with --name',
  'role-needed': `Nobody has this address yet: say what they may do with --role (${ROLES.join(', ')})`,
  'last-owner': 'This is the only owner: make somebody else one first',
}

export function addStaff(program: Command): void {
  program
    .command('staff')
    .description('Let people in.')
    .command('add')
    .description(
      'Print a one-time link for choosing a password; for a known address it replaces a forgotten one.',
    )
    .requiredOption('--email <address>', 'whom the link is for', parseEmail)
    .option('--name <name>', 'who it is; for somebody new', parseName)
    .addOption(new Option('--role <role>', 'what they may do from now on').choices(ROLES))
    .option('--json', 'as one JSON value')
    .action((options: Options) => withExistingDatabase(() => add(options)))
}

async function add({ email, name, role, json }: Options): Promise<void> {
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

function parseEmail(value: string): string {
  const parsed = emailInput.safeParse(value)
  if (!parsed.success) throw new InvalidArgumentError('It is no email address.')
  return parsed.data
}

function parseName(value: string): string {
  const parsed = personName.safeParse(value)
  if (!parsed.success) throw new InvalidArgumentError('It has 1 to 120 characters.')
  return parsed.data
}
