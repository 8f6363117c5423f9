import { createHmac } from 'node:crypto'
import * as accounts from '@/db/accounts'
import * as attempts from '@/db/attempts'
import { type CounterKind, networkOf } from '@/domain/attempts'
import { secretKey } from '@/secret'
import { knownDevice } from './device'
import { verifyPassword } from './password'

export type Attempt = { email: string; password: string; address: string; deviceMark?: string }

/** Says no more than a stranger may know: right, or not; and when to come back where there were too many tries. */
export type Verdict =
  { kind: 'right'; accountId: number } | { kind: 'wrong' } | { kind: 'blocked'; until: Date }

const BUSY_MS = 5000

function counter(kind: CounterKind, value: string): attempts.CounterKey {
  const key = createHmac('sha256', secretKey('attempts')).update(`${kind}:${value}`).digest('base64url')
  return { kind, key }
}

function countersOf({ email, address, deviceMark }: Attempt): attempts.CounterKey[] {
  const device = knownDevice(deviceMark, email)
  if (device) return [counter('device', device)]
  return [counter('account', email), counter('network', networkOf(address))]
}

/** Judges a name and a password. An unknown name goes the same way as a wrong password, step by step. */
export async function checkPassword(attempt: Attempt, now: Date): Promise<Verdict> {
  const counters = countersOf(attempt)
  const begun = await attempts.begin(counters, now)
  if (begun.kind === 'blocked') return begun
  const account = await accounts.getForSignIn(attempt.email)
  const preferred = counters.some(({ kind }) => kind === 'device')
  const matches = await verifyPassword(account?.passwordHash ?? null, attempt.password, { preferred })
  if (matches === 'busy') {
    await attempts.takeBack(counters)
    return { kind: 'blocked', until: new Date(now.getTime() + BUSY_MS) }
  }
  if (!account || !matches) return { kind: 'wrong' }
  await attempts.succeed(counters)
  return { kind: 'right', accountId: account.id }
}

/** A new password ends what guesses at the old one had built up. */
export const forgive = (email: string) => attempts.succeed([counter('account', email)])
