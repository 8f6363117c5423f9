import { expect, test } from 'vitest'
import { type Role, ROLES } from '@/domain/roles'
import { db } from './client'
import { documentOf, makeDraft, makePublished, makeStaff } from './fixtures'
import { lease, settle } from './outgoing-queue'
import { countOutgoing, listOutgoing, listOutgoingOf, sendAgain } from './outgoing-lists'
import * as publishing from './publishing'
import { audit } from './schema/journal'
import { freshDatabase } from './testing'

freshDatabase()

const now = new Date('2026-03-01T12:00:00Z')
const owner = await makeStaff('owner')
const linking = (...hrefs: string[]) => documentOf(...hrefs.map((href): [string, string] => ['here', href]))
const sendAll = async () => {
  for (const mention of await lease(now, { leaseMs: 1, limit: 50, perHost: 50, busy: [] }))
    await settle(mention, { kind: 'sent', endpoint: null, status: 202, statusUrl: '', reason: '' }, 0, now)
}
const of = async (articleId: number) => {
  const [mention] = await listOutgoingOf(articleId)
  if (!mention) throw new Error('Nothing is noted')
  return mention
}

test('the desk lists what others were told, by state and in pages, to those who moderate', async () => {
  const { id } = await makePublished(owner, now, {
    title: 'Linking',
    document: linking('https://a.example/', 'https://b.example/', 'https://c.example/'),
  })
  const first = await listOutgoing(owner, { state: 'due', limit: 2 })
  expect(first.items.map(({ host }) => host)).toEqual(['c.example', 'b.example'])
  expect(first.items[0]?.article).toMatchObject({ id, title: 'Linking' })
  const rest = await listOutgoing(owner, { state: 'due', limit: 2, after: first.next })
  expect(rest).toMatchObject({ items: [{ host: 'a.example' }], next: null })
  expect(await countOutgoing(owner)).toMatchObject({ due: 3, sent: 0 })
  const author = await makeStaff('author')
  expect((await listOutgoing(author, { state: 'due' })).items).toEqual([])
  expect(await countOutgoing(author)).toMatchObject({ due: 0 })
  await sendAll()
})

const MAY: Record<Role, 'all' | 'own' | 'none'> = {
  owner: 'all',
  editor: 'all',
  moderator: 'all',
  author: 'own',
  contributor: 'none',
  reviewer: 'none',
}

test.each(ROLES)('who publishes the article or moderates may have it sent again: %s', async (role) => {
  const actor = await makeStaff(role)
  for (const whose of ['own', 'all'] as const) {
    const maker = whose === 'own' ? { ...owner, personId: actor.personId } : owner
    const { id } = await makePublished(maker, now, { document: linking(`https://${role}.example/${whose}`) })
    await sendAll()
    const { kind } = await sendAgain(actor, (await of(id)).id, now)
    expect(kind, whose).toBe(MAY[role] === 'all' || MAY[role] === whose ? 'done' : 'refused')
    expect((await of(id)).state).toBe(kind === 'done' ? 'due' : 'sent')
    await sendAll()
  }
})

test('sending again is noted in the journal', async () => {
  const { id } = await makePublished(owner, now, { document: linking('https://journal.example/') })
  await sendAll()
  await sendAgain(owner, (await of(id)).id, now)
  expect((await db().select().from(audit)).at(-1)).toMatchObject({
    verb: 'mention.send-again',
    subject: `article:${id}`,
    after: { target: 'https://journal.example/' },
  })
})

test('what is being sent is not sent at the same time, and what is scheduled not before its instant', async () => {
  await sendAll()
  const { id } = await makePublished(owner, now, { document: linking('https://busy.example/') })
  await lease(now, { leaseMs: 60_000, limit: 50, perHost: 50, busy: [] })
  expect(await sendAgain(owner, (await of(id)).id, now)).toEqual({ kind: 'refused', reason: 'sending' })
  const draft = await makeDraft(owner, { document: linking('https://later.example/') })
  const at = new Date('2026-04-01T12:00:00Z')
  await publishing.publish(owner, draft, { at }, now)
  await sendAgain(owner, (await of(draft)).id, now)
  expect((await of(draft)).dueAt).toEqual(at)
})
