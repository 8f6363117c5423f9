import type { IncomingMessage, ServerResponse } from 'node:http'

/** What answers requests behind the documents: Next's own handler. */
export type RequestHandler = (request: IncomingMessage, response: ServerResponse) => Promise<void>
