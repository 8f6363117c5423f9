import type { IncomingMessage, ServerResponse } from 'node:http'
import { encode } from './encode'
import { fileHeaders } from './headers'
import { reply } from './reply'
import type { Finished } from './wire'

// what is of one person, what acts, and what is no page
const NOT_AHEAD = [
  '/sign-in*',
  '/sign-out*',
  '/setup*',
  '/dashboard*',
  '/comments/*',
  '/articles/*/report',
  '/api/*',
  '/media/*',
  '/*.xml',
  '/*.json',
  // a form for one comment, a search, an invitation
  '/*\\?*(^|&)(to|reply|q|token)=*',
]
const OURS = { and: [{ href_matches: '/*' }, { not: { href_matches: NOT_AHEAD } }] }
// "moderate": a pointer rests on the link, or a finger touches it
const RULES = {
  prefetch: [{ where: OURS, eagerness: 'moderate' }],
  prerender: [{ where: OURS, eagerness: 'moderate' }],
}
const DAY_SECONDS = 86_400

let answer: Promise<Finished> | undefined

const compose = async (secure: boolean): Promise<Finished> => ({
  status: 200,
  headers: {
    ...fileHeaders('application/speculationrules+json', secure),
    'cache-control': `public, max-age=${DAY_SECONDS}`,
  },
  variants: await encode(Buffer.from(JSON.stringify(RULES)), 'file'),
})

/** Sends the rules by which the next page opens at once in browsers that know them. */
export async function serveRules(
  request: IncomingMessage,
  response: ServerResponse,
  secure: boolean,
): Promise<void> {
  reply(request, response, await (answer ??= compose(secure)))
}
