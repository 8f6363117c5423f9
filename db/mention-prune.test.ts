import { asc } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { KEPT_DAYS } from '@/domain/mentions/rules'
import { MENTION_STATES } from '@/domain/mentions/states'
import { db, transact } from './client'
import { makePublished, makeStaff } from './fixtures'
import { makeMention } from './mention-fixtures'
import { pruneMentions } from './mention-prune'
import { pruneOutgoing } from './outgoing-prune'
import { mentions } from './schema/mentions'
import { outgoingMentions } from './schema/outgoing'
import { freshDatabase } from './testing'

freshDatabase()

const now = new Date('2026-03-01T10:00:00Z')
const ago = (days: number) => new Date(now.getTime() - days * 86_400_000)
const owner = await makeStaff('owner')
const { id } = await makePublished(owner, ago(900))

const listIds = async () =>
  (await db().select({ id: mentions.id }).from(mentions).orderBy(asc(mentions.id))).map((row) => row.id)

test('what readers do not see goes when its time is over, and what they see stays', async () => {
  const kept: number[] = []
  for (const state of MENTION_STATES) {
    const days = state === 'published' ? 800 : KEPT_DAYS[state]
    kept.push((await makeMention(id, { state }, ago(days))).id)
    const old = await makeMention(id, { state }, ago(days + 1))
    if (state === 'published') kept.push(old.id)
  }
  await pruneMentions(now)
  expect(await listIds()).toEqual(kept)
})

test('of each state no more than the newest are kept', async () => {
  const held: number[] = []
  for (let n = 0; n < 5; n++) held.push((await makeMention(id, { state: 'held' }, now)).id)
  const shown = (await makeMention(id, {}, now)).id
  await pruneMentions(now, 3)
  const left = await listIds()
  expect(left.filter((each) => held.includes(each))).toEqual(held.slice(2))
  expect(left).toContain(shown)
})

test('of what others were told, only links that are long gone are forgotten', async () => {
  const row = { articleId: id, host: 'a.example', createdAt: ago(800), triedAt: ago(91) }
  const target = (name: string) => `https://a.example/${name}`
  await transact((tx) =>
    tx.insert(outgoingMentions).values([
      { ...row, target: target('gone'), state: 'gone', wanted: 0, told: 0 },
      { ...row, target: target('failed-to-say-so'), state: 'failed', wanted: 0, told: 5 },
      { ...row, target: target('lately-gone'), state: 'gone', wanted: 0, triedAt: ago(89) },
      { ...row, target: target('to-be-told'), state: 'due', wanted: 0, told: 5, dueAt: now },
      { ...row, target: target('failed'), state: 'failed', wanted: 5 },
      { ...row, target: target('sent'), state: 'sent', wanted: 5, told: 5 },
      { ...row, target: target('none'), state: 'none', wanted: 5 },
    ]),
  )
  await pruneOutgoing(now)
  const left = await db()
    .select({ target: outgoingMentions.target })
    .from(outgoingMentions)
    .orderBy(asc(outgoingMentions.id))
  expect(left.map((each) => each.target.split('/').at(-1))).toEqual([
    'lately-gone',
    'to-be-told',
    'failed',
    'sent',
    'none',
  ])
})
