import type { Command } from 'commander'

export function addPerson(program: Command): void {
  const group = program.command('person').description('What is kept of somebody who wrote comments.')
  group
    .command('export')
    .description('Print all of it as one JSON value.')
    .argument('<email>', 'the address the comments were written under')
    .action(async (email: string) => {
      const { printData } = await import('./person/data')
      await printData(email)
    })
  group
    .command('erase')
    .description('Take name, address and text out of every comment, for good.')
    .argument('<email>', 'the address the comments were written under')
    .option('--json', 'the result as one JSON value')
    .action(async (email: string, options: { json?: boolean }) => {
      const { eraseData } = await import('./person/data')
      await eraseData(email, options)
    })
}
