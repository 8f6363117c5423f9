import { expect, test } from 'vitest'
import { readerActor } from '@/domain/actor'
import { transact } from './client'
import { setPolicy, typed } from './comment-fixtures'
import * as comments from './comments'
import { makePublished, makeStaff } from './fixtures'
import * as moderation from './moderation'
import * as readerSessions from './reader-sessions'
import { readers } from './schema/readers'
import { freshDatabase } from './testing'

freshDatabase()

const now = new Date('2026-05-01T10:00:00Z')
const later = (days: number) => new Date(now.getTime() + days * 86_400_000)
const editor = await makeStaff('editor')
const article = await makePublished(editor, now)
const email = 'dana@example.com'

const makeReader = (address: string) =>
  transact(async (tx) => {
    const [reader] = await tx.insert(readers).values({ email: address, confirmedAt: now }).returning()
    if (!reader) throw new Error('No reader')
    return { reader, token: await readerSessions.open(tx, reader.id, now) }
  })

const { reader, token } = await makeReader(email)
const known = readerActor('somewhere', { id: reader.id, email })
const post = (actor = known, changes = {}) => comments.post(actor, typed(article.id, changes), now)

test('a browser is known by its cookie for half a year', async () => {
  expect(await readerSessions.getByToken(token, later(179))).toEqual({ id: reader.id, email })
  expect(await readerSessions.getByToken(token, later(181))).toBeNull()
  expect(await readerSessions.getByToken(`${token}x`, now)).toBeNull()
})

test('where addresses are to be confirmed, a confirmed author publishes at once, and nobody who only types the address', async () => {
  await setPolicy({ mode: 'confirmed' }, now)
  expect(await post()).toMatchObject({ kind: 'published' })
  expect(await post(readerActor('somewhere'))).toMatchObject({ kind: 'held' })
  expect(await post(known, { email: 'somebody-else@example.com' })).toMatchObject({ kind: 'held' })
})

test('where first-time authors are held, an author is known by an approved comment of the confirmed address', async () => {
  await setPolicy({ mode: 'hold-first' }, now)
  const { reader: newcomer } = await makeReader('newcomer@example.com')
  const actor = readerActor('elsewhere', { id: newcomer.id, email: newcomer.email })
  const first = await post(actor, { email: newcomer.email })
  if (first.kind !== 'held') throw new Error('Not held')
  expect(await post(actor, { email: newcomer.email })).toMatchObject({ kind: 'held' })
  const own = await comments.getByToken(first.token, now)
  await moderation.decide(editor, { id: own?.comment.id ?? 0, state: 'published' }, now)
  expect(await post(actor, { email: newcomer.email })).toMatchObject({ kind: 'published' })
  expect(await post(readerActor('elsewhere'), { email: newcomer.email })).toMatchObject({ kind: 'held' })
})

test('a reader who was erased meanwhile is nobody', async () => {
  await setPolicy({ mode: 'confirmed' }, now)
  expect(await post(readerActor('somewhere', { id: 999, email }))).toMatchObject({ kind: 'held' })
})
