import type { Command } from 'commander'
import { InvalidArgumentError } from 'commander'
import type { Options } from './fill/fill'

export function addFill(program: Command): void {
  program
    .command('fill')
    .description('Add made-up content in bulk, for measuring. The same seed makes the same content.')
    .option('--articles <n>', 'publish so many articles', whole, 0)
    .option(
      '--comments <n>',
      'add so many comments: to these articles, or to all where none are added',
      whole,
      0,
    )
    .option('--seed <n>', 'a number that everything follows from', whole, 1)
    .option('--thread <slug>', 'put the comments into the discussion of this one article')
    .option('--depth <n>', 'with --thread: how many replies deep it goes', whole)
    .option('--json', 'the result as one JSON value')
    .action(async (options: Options, command: Command) => {
      const { thread, depth, articles, comments } = options
      if (thread === undefined && depth !== undefined) command.error('error: --depth goes with --thread')
      if (thread !== undefined && articles > 0) command.error('error: --thread goes without --articles')
      if (articles === 0 && comments === 0) command.error('error: say how many --articles or --comments')
      const { fill } = await import('./fill/fill')
      await fill(options)
    })
}

function whole(value: string): number {
  if (!/^\d{1,9}$/.test(value)) throw new InvalidArgumentError('Write a whole number.')
  return Number(value)
}
