import { config } from '@/config'
import * as intake from '@/db/mention-intake'
import type { Received } from '@/db/mention-intake'
import { type PairProblem, readPair } from '@/domain/mentions/pair'
import { statusPath } from '@/domain/mentions/paths'
import type { MentionProtocol } from '@/domain/mentions/states'
import { seal } from '@/secret'

export type Taken = Received | { kind: 'refused'; reason: 'pair'; problem: PairProblem }

type Sent = { source: unknown; target: unknown; protocol: MentionProtocol; addressHash: string | null }

/** Takes what was sent for the worker to look at, or says what is in its way. */
export async function take({ source, target, protocol, addressHash }: Sent, now: Date): Promise<Taken> {
  const read = readPair({ source, target }, config().siteUrl)
  if (read.kind === 'refused') return { kind: 'refused', reason: 'pair', problem: read.problem }
  return intake.receive({ ...read.pair, protocol, addressHash }, now)
}

/** Where the sender reads what became of it; nobody else knows the address. */
export const statusOf = (id: number): string => statusPath(seal('mention', String(id)))
