import type { Command } from 'commander'

export function addDoctor(program: Command): void {
  program
    .command('doctor')
    .description('Look whether everything that is stored agrees. A server may be running.')
    .option('--mend', 'put right what can be worked out again')
    .option('--json', 'the result as one JSON value')
    .action(async (options: { json?: boolean; mend?: boolean }) => {
      const { examine } = await import('./doctor/examine')
      await examine(options)
    })
}
