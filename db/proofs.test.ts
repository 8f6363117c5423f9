import { expect, test } from 'vitest'
import { CHALLENGE_MS } from '@/domain/moderation/proof'
import { db, transact } from './client'
import { guest, setPolicy, typed } from './comment-fixtures'
import * as comments from './comments'
import { makePublished, makeStaff } from './fixtures'
import { pruneProofs } from './proofs'
import { spentProofs } from './schema/rules'
import { freshDatabase } from './testing'

freshDatabase()

const now = new Date('2026-05-04T12:00:00Z')
const before = (ms: number) => new Date(now.getTime() - ms)
const owner = await makeStaff('owner')
const article = await makePublished(owner, before(86_400_000))

async function becomes(proof: { id: string; begunAt: Date } | null) {
  const result = await comments.post(guest(), typed(article.id, { proof }), now)
  if (result.kind !== 'held') return result.kind
  return (await comments.getByToken(result.token, now))?.reasons.map(({ detail }) => detail).join()
}

test('where browsers are checked, work lets one comment in, and nobody is refused', async () => {
  await setPolicy({ check: 'on' }, now)
  expect(await becomes({ id: 'one', begunAt: before(60_000) })).toBe('published')
  expect(await becomes({ id: 'one', begunAt: before(60_000) })).toBe('spent')
  expect(await becomes({ id: 'two', begunAt: before(1_000) })).toBe('hasty')
  expect(await becomes(null)).toBe('missing')
  expect((await comments.post(owner, typed(article.id), now)).kind).toBe('published')
  await setPolicy({ check: 'off' }, now)
  expect(await becomes(null)).toBe('published')
})

test('spent work is remembered for as long as it could be brought again', async () => {
  await setPolicy({ check: 'on' }, now)
  await becomes({ id: 'old', begunAt: before(CHALLENGE_MS + 1) })
  await transact((tx) => pruneProofs(tx, now))
  const left = await db().select({ id: spentProofs.id }).from(spentProofs)
  expect(left.map(({ id }) => id)).not.toContain('old')
  expect(left.map(({ id }) => id)).toContain('one')
})
