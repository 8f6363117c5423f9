import type { Transporter } from 'nodemailer'
import { config } from '@/config'
import { transact } from '@/db/client'
import * as outbox from '@/db/outbox'
import type { LeasedMail } from '@/db/outbox'
import { type DeliveryFailure, isForGood } from '@/domain/mail/delivery'
import { envelopeOf } from '@/domain/mail/envelope'
import { log } from '@/log'
import { AT_ONCE, openLine } from './transport'
import { getSender, write } from './write'

const LEASE_MS = 180_000
// nothing may be said to a server once somebody else may take the message
const CONVERSATION_MS = 120_000
// well within the lease of the job, and no longer than a program that ends has time
const A_TURN_MS = 5_000

/** Sends what is due and asks to come back for what is not; without a mail server messages wait. */
export async function sendMail(smtpUrl = config().smtpUrl, conversationMs = CONVERSATION_MS): Promise<void> {
  if (!smtpUrl) return
  const { transport, cut } = openLine(smtpUrl)
  try {
    const end = performance.now() + A_TURN_MS
    while (performance.now() < end) {
      const batch = await outbox.lease(new Date(), LEASE_MS, AT_ONCE)
      if (batch.length === 0) break
      const overdue = setTimeout(cut, conversationMs)
      await Promise.all(batch.map((mail) => deliver(transport, mail)))
      clearTimeout(overdue)
    }
  } finally {
    transport.close()
  }
  const next = await outbox.nextDue()
  if (next) await transact((tx) => outbox.askToSend(tx, next))
}

/** What was left when the program ended is sent when it starts. */
export async function scheduleSending(now: Date): Promise<void> {
  if (config().smtpUrl) await transact((tx) => outbox.askToSend(tx, now))
}

async function deliver(transport: Transporter, mail: LeasedMail): Promise<void> {
  const { id, kind, recipient: to, createdAt } = mail
  try {
    const message = await write(mail)
    if (!message) return await outbox.drop(mail)
    await transport.sendMail(envelopeOf(message, await getSender(), { id, to, createdAt }))
    await outbox.sent(mail, new Date())
  } catch (error) {
    const { code, responseCode } = failureOf(error)
    // neither the text of the error nor the recipient: both name people
    log.warn({ mail: id, kind, code, responseCode }, 'a message could not be sent')
    const reason = error instanceof Error ? error.message : String(error)
    await fail(mail, { error: reason, forGood: isForGood({ code, responseCode }) })
  }
}

const fail = (mail: LeasedMail, why: { error: string; forGood: boolean }) =>
  outbox.failed(mail, { ...why, chance: Math.random() }, new Date())

function failureOf(error: unknown): DeliveryFailure {
  if (!(error instanceof Error)) return {}
  const { code, responseCode } = error as Error & { code?: unknown; responseCode?: unknown }
  return {
    code: typeof code === 'string' ? code : undefined,
    responseCode: typeof responseCode === 'number' ? responseCode : undefined,
  }
}
