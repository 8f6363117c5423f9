import pino from 'pino'

/** One line an event, as JSON on standard output. Never a name, an address, a token or a text of a person. */
export const log = pino({ base: undefined, timestamp: pino.stdTimeFunctions.isoTime })
