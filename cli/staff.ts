import type { Command } from 'commander'
import { InvalidArgumentError, Option } from 'commander'
import { personName } from '@/domain/accounts'
import { ROLES } from '@/domain/roles'
import { emailInput } from '@/domain/sign-in'
import type { Options } from './staff/add'

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
    .action(async (options: Options) => {
      const { add } = await import('./staff/add')
      await add(options)
    })
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
