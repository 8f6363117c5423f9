import type { Command } from 'commander'
import { Argument } from 'commander'
import { SETTING_KEYS } from '@/domain/settings'

type Options = { json?: boolean }

export function addSettings(program: Command): void {
  const group = program.command('settings').description('Read and change what the site decides.')
  group
    .command('get')
    .description('Print one setting, or all of them.')
    .addArgument(new Argument('[key]', 'which one').choices(SETTING_KEYS))
    .option('--json', 'as one JSON value')
    .action(async (key: string | undefined, options: Options) => {
      const { getValue } = await import('./settings/values')
      await getValue(key, options)
    })
  group
    .command('set')
    .description('Change one setting; visitors see it at once.')
    .addArgument(new Argument('<key>', 'which one').choices(SETTING_KEYS))
    .argument('<value>', 'what it becomes')
    .option('--json', 'the result as one JSON value')
    .action(async (key: string, value: string, options: Options) => {
      const { setValue } = await import('./settings/values')
      await setValue(key, value, options)
    })
}
