/** The command understood what was asked and will not do it; the message says why, and the exit code is 1. */
export class Refused extends Error {
  override name = 'Refused'
}
