import { Command, CommanderError } from 'commander'
import { addDoctor } from './doctor'
import { addFill } from './fill'
import { addPerson } from './person'
import { Refused } from './refused'
import { addScore } from './score'
import { addSettings } from './settings'
import { addStaff } from './staff'

const program = new Command('masthead')
  .description('The operator’s command line of a Masthead site. It works beside a running server.')
  .exitOverride()
  .showHelpAfterError('Add --help to see how it is used.')
  .addHelpText(
    'after',
    '\nThe site is the one in DATA_DIR (./data). Exit codes: 0 done, 1 refused or failed, 2 usage.',
  )

addDoctor(program)
addSettings(program)
addFill(program)
addStaff(program)
addScore(program)
addPerson(program)

/** 0 done, 1 refused or failed, 2 usage. */
function exitCodeOf(error: unknown): number {
  // commander has said it already
  if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2
  const message = error instanceof Error ? error.message : String(error)
  process.stderr.write(error instanceof Refused ? `${message}.\n` : `masthead: ${message}\n`)
  return 1
}

try {
  await program.parseAsync()
} catch (error) {
  process.exitCode = exitCodeOf(error)
}
