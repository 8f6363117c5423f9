/**
 * Ends the command with one readable line: what failed, and what to do.
 * @param {string} message
 * @returns {never}
 */
export function fail(message) {
  process.stderr.write(`${message}\n`)
  process.exit(1)
}

/** How the person called us, so that a message can say what to run again. */
export function again() {
  const name = process.env.npm_lifecycle_event
  if (!name) return 'try again'
  return name === 'start' || name === 'test' ? `run npm ${name} again` : `run npm run ${name} again`
}
