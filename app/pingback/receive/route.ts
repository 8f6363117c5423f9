import { setTimeout as sleep } from 'node:timers/promises'
import { take, type Taken } from '@/app/webmention/take'
import { allowAnyone, networkFrom } from '@/auth/guard'
import { getStatus } from '@/db/mention-status'
import { offerAt } from '@/documents/shortcuts'
import {
  answerOf,
  type Fault,
  FAULTS,
  faultFor,
  faultOf,
  readCall,
  UNKNOWN_METHOD,
} from '@/domain/mentions/pingback'

// who pings wants to know at once; who waits for a slow page is not kept, nor are many
const PATIENCE_MS = 5_000
const LOOK_MS = 200
const WAITING_MAX = 16
let waiting = 0

/** The receiver of pingbacks (Pingback 1.0, section 3), over XML-RPC. */
export async function POST(request: Request): Promise<Response> {
  return receive(request, (await allowAnyone()).addressHash)
}

offerAt('/pingback', (request, headers) => receive(request, networkFrom(headers)))

async function receive(request: Request, addressHash: string | null): Promise<Response> {
  const call = readCall(await request.text())
  if (!call) return fault('any')
  if (call.method !== 'pingback.ping') return xml(faultOf(UNKNOWN_METHOD))
  const [source, target] = call.params
  if (call.params.length !== 2) return fault('any')
  return respond(await take({ source, target, protocol: 'pingback', addressHash }, new Date()))
}

async function respond(taken: Taken): Promise<Response> {
  if (taken.kind === 'refused') return fault(refusal(taken))
  if (taken.isKnown) return fault('known')
  const found = await whatIsFound(taken.id)
  return found === null ? xml(answerOf('Thank you. The source was, or will be, read.')) : fault(found)
}

/** What the worker finds wrong with the source, if it finds it soon. */
async function whatIsFound(id: number): Promise<Fault | null> {
  if (waiting >= WAITING_MAX) return null
  waiting++
  try {
    for (let waited = 0; waited < PATIENCE_MS; waited += LOOK_MS) {
      await sleep(LOOK_MS)
      const status = await getStatus(id)
      if (!status || status.state !== 'waiting' || status.failure !== '')
        return status?.failure ? faultFor(status.failure) : null
    }
    return null
  } finally {
    waiting--
  }
}

function refusal(refused: Extract<Taken, { kind: 'refused' }>): Fault {
  if (refused.reason === 'pair') return PROBLEMS[refused.problem]
  if (refused.reason === 'too-many') return 'denied'
  return refused.reason === 'closed' ? 'not-a-target' : 'no-target'
}

const PROBLEMS = {
  source: 'no-source',
  target: 'no-target',
  elsewhere: 'not-a-target',
  same: 'denied',
  own: 'denied',
} as const satisfies Record<string, Fault>

const fault = (name: Fault) => xml(faultOf(FAULTS[name]))

const xml = (body: string) => new Response(body, { headers: { 'content-type': 'text/xml; charset=utf-8' } })
