import { once } from 'node:events'
import { type AddressInfo, createServer } from 'node:net'
import { afterAll, beforeEach, describe, expect, test } from 'vitest'
import { systemActor } from '@/domain/actor'
import { MAIL_KEPT_MS, MOST_TRIES } from '@/domain/mail/delivery'
import { db, transact } from '@/db/client'
import { makeStaff } from '@/db/fixtures'
import * as mails from '@/db/mails'
import * as outbox from '@/db/outbox'
import { mails as table } from '@/db/schema/mail'
import * as settings from '@/db/settings'
import { freshDatabase } from '@/db/testing'
import { sendMail as send } from './send'
import { startMailServer } from './smtp-fixture'

freshDatabase()

/** What the server says to a recipient; null takes the message. */
let refusal: { responseCode: number; message: string } | null = null

const server = await startMailServer({
  onRcptTo: (_address, _session, done) =>
    done(refusal ? Object.assign(new Error(refusal.message), refusal) : undefined),
})
const sendMail = () => send(server.url)

afterAll(() => server.stop())

await settings.set(
  systemActor('test'),
  { 'site.name': 'Prior Matter', 'site.email': 'hello@example.com' },
  new Date(),
)

beforeEach(async () => {
  refusal = null
  server.received.length = 0
  await transact((tx) => tx.delete(table))
})

const put = (uniqueKey: string, more: { expiresAt?: Date } = {}) =>
  transact((tx) =>
    outbox.put(tx, { kind: 'test', payload: {}, to: 'dana@example.com', uniqueKey, ...more }, new Date()),
  )
const rows = () => db().select().from(table)
const makeDue = () => transact((tx) => tx.update(table).set({ dueAt: new Date(0) }))

/** A server that greets for as long as somebody listens, and never comes to the point. */
async function startTalker() {
  const talker = createServer((socket) => {
    const talk = setInterval(() => socket.write('220-And another thing\r\n'), 20)
    socket.on('error', () => {})
    socket.on('close', () => clearInterval(talk))
  }).listen(0, '127.0.0.1')
  await once(talker, 'listening')
  const { port } = talker.address() as AddressInfo
  return { url: `smtp://127.0.0.1:${port}?greetingTimeout=60000`, stop: () => void talker.close() }
}

test('a conversation ends long before somebody else may have the message, however much the server says', async () => {
  const talker = await startTalker()
  await put('talked over')
  const began = performance.now()
  await send(talker.url, 300)
  talker.stop()
  expect(performance.now() - began).toBeLessThan(3_000)
  expect(await rows()).toMatchObject([{ state: 'waiting', tries: 1, leasedUntil: null }])
  await makeDue()
  await sendMail()
  expect(server.received).toHaveLength(1)
})

test('a server that hangs up in the middle is not told again at once', async () => {
  let calls = 0
  const rude = createServer((socket) => {
    calls++
    socket.on('error', () => {})
    socket.end('220 Hello\r\n')
  }).listen(0, '127.0.0.1')
  await once(rude, 'listening')
  await put('cut off')
  await send(`smtp://127.0.0.1:${(rude.address() as AddressInfo).port}`)
  rude.close()
  expect(calls).toBe(1)
  expect(await rows()).toMatchObject([{ state: 'waiting', tries: 1 }])
})

describe('a message', () => {
  test('arrives once, from the agency, however often it is asked for', async () => {
    await put('once')
    await put('once')
    await sendMail()
    await sendMail()
    expect(server.received).toHaveLength(1)
    expect(server.received[0]).toMatch(/^From: Prior Matter <hello@example\.com>\r?$/m)
    expect(server.received[0]).toMatch(/^Auto-Submitted: auto-generated\r?$/m)
    expect(server.received[0]).toMatch(/^Message-ID: <[\w.]+@\[127\.0\.0\.1\]>\r?$/m)
    expect(await rows()).toMatchObject([{ state: 'sent', tries: 1, lastError: '' }])
  })

  test('rests while the server refuses for now, and arrives in the end', async () => {
    refusal = { responseCode: 451, message: 'Come back later' }
    await put('later')
    await sendMail()
    const [row] = await rows()
    expect(row).toMatchObject({ state: 'waiting', tries: 1, leasedUntil: null })
    expect(row?.lastError).toContain('Come back later')
    expect(row?.dueAt.getTime()).toBeGreaterThan(Date.now() + 2_000)
    expect(await outbox.nextDue()).toEqual(row?.dueAt)
    refusal = null
    await sendMail()
    expect(server.received).toHaveLength(0)
    await makeDue()
    await sendMail()
    expect(server.received).toHaveLength(1)
  })

  test('that is refused for good is not tried again, until somebody says so', async () => {
    refusal = { responseCode: 550, message: 'Nobody of this name' }
    await put('never')
    await sendMail()
    const [row] = await rows()
    expect(row).toMatchObject({ state: 'failed', tries: 1 })
    refusal = null
    expect(await mails.sendAgain(await makeStaff('owner'), row?.id ?? 0, new Date())).toEqual({
      kind: 'done',
    })
    await sendMail()
    expect(server.received).toHaveLength(1)
  })

  test('is given up at last', async () => {
    refusal = { responseCode: 421, message: 'Busy' }
    await put('at last')
    for (let tries = 0; tries < MOST_TRIES; tries++) {
      await makeDue()
      await sendMail()
    }
    expect(await rows()).toMatchObject([{ state: 'failed', tries: MOST_TRIES }])
  })

  test('that a crash left half sent is sent when its lease is over, under the same name', async () => {
    await put('crash')
    const now = new Date()
    const [held] = await outbox.lease(now, 60_000, 4)
    expect(await outbox.lease(now, 60_000, 4)).toEqual([])
    // nor does anybody press it into the hands of a second one
    const pressed = await mails.sendAgain(await makeStaff('owner'), held?.id ?? 0, now)
    expect(pressed).toEqual({ kind: 'refused', reason: 'sending' })
    await sendMail()
    expect(server.received).toHaveLength(0)
    await makeDue()
    await sendMail()
    expect(server.received).toHaveLength(1)
    // the one that came back from the dead speaks for nobody
    if (held) await outbox.failed(held, { error: 'late', forGood: true, chance: 0 }, now)
    expect(await rows()).toMatchObject([{ state: 'sent' }])
  })

  test('that waited until it was out of date is not sent', async () => {
    await put('old', { expiresAt: new Date(Date.now() - 1) })
    await sendMail()
    expect(server.received).toHaveLength(0)
    expect(await rows()).toMatchObject([{ state: 'failed', tries: 0 }])
  })

  test('of a kind that this version does not know rests, and holds nobody up', async () => {
    await put('unknown')
    await transact((tx) => tx.update(table).set({ kind: 'of tomorrow' }))
    await put('known')
    await sendMail()
    expect(server.received).toHaveLength(1)
    expect((await rows()).map(({ state }) => state)).toEqual(['waiting', 'sent'])
  })

  test('is removed after a month', async () => {
    await put('month')
    await outbox.pruneMails(new Date(Date.now() + MAIL_KEPT_MS - 60_000))
    expect(await rows()).toHaveLength(1)
    await outbox.pruneMails(new Date(Date.now() + MAIL_KEPT_MS + 60_000))
    expect(await rows()).toHaveLength(0)
  })
})

test('only owners see the mail of the site, send it again and try it', async () => {
  await put('private')
  const [row] = await rows()
  const now = new Date()
  for (const role of ['editor', 'moderator', 'author', 'contributor', 'reviewer'] as const) {
    const actor = await makeStaff(role)
    expect(await mails.listMails(actor, { state: 'waiting' })).toEqual({ items: [], next: null })
    expect(await mails.countMails(actor)).toEqual({ waiting: 0, sent: 0, failed: 0 })
    expect(await mails.sendAgain(actor, row?.id ?? 0, now)).toMatchObject({ kind: 'refused' })
    expect(await mails.sendTest(actor, now)).toMatchObject({ kind: 'refused' })
  }
  const owner = await makeStaff('owner')
  expect((await mails.listMails(owner, { state: 'waiting' })).items).toHaveLength(1)
  expect(await mails.sendTest(owner, now)).toEqual({ kind: 'done' })
  expect(await mails.countMails(owner)).toEqual({ waiting: 2, sent: 0, failed: 0 })
})

test('many messages go out, a few at once', async () => {
  for (let n = 0; n < 20; n++) await put(`many ${n}`)
  await sendMail()
  expect(server.received).toHaveLength(20)
})
