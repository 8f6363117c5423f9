import { eq } from 'drizzle-orm'
import { beforeEach, describe, expect, it } from 'vitest'
import type { StaffActor } from '@/domain/actor'
import { DAY_MS } from '@/domain/discussion/state'
import { db } from './client'
import { countPublished, countStored, guest, say, setPolicy, typed } from './comment-fixtures'
import { countWrong } from './recount'
import * as comments from './comments'
import * as editing from './editing'
import { makePublished, makeStaff } from './fixtures'
import * as moderation from './moderation'
import { comments as table } from './schema/comments'
import { freshDatabase } from './testing'

freshDatabase()

const published = new Date('2024-03-24T16:00:00Z')
const soon = new Date(published.getTime() + 60_000)
const after = (instant: Date, ms: number) => new Date(instant.getTime() + ms)

let editor: StaffActor
let article: { id: number; slug: string }

beforeEach(async () => {
  editor = await makeStaff('editor')
  article = await makePublished(editor, published)
  await setPolicy({}, published)
})

const stored = async (id: number) => (await db().select().from(table).where(eq(table.id, id)))[0]

describe('closing', () => {
  const closes = after(published, 14 * DAY_MS)

  it('by age refuses from the instant on, and says since when and why', async () => {
    await setPolicy({ closeAfterDays: 14, graceMinutes: 0 }, published)
    await say(article.id, after(closes, -1))
    expect(await comments.post(guest(), typed(article.id, { renderedAt: published }), closes)).toMatchObject({
      kind: 'refused',
      reason: 'closed',
      discussion: { reason: 'age', closedAt: closes },
    })
  })

  it('by the last comment is not undone by what staff say afterwards', async () => {
    await setPolicy({ closeAfterDays: 14, clock: 'last-comment', graceMinutes: 0 }, published)
    const late = after(closes, DAY_MS)
    expect(await comments.post(editor, typed(article.id), late)).toMatchObject({
      kind: 'published',
      commentCount: 1,
    })
    expect(await comments.post(guest(), typed(article.id), after(late, 1))).toMatchObject({
      kind: 'refused',
      discussion: { closedAt: closes },
    })
    expect(await countWrong(article.id, db())).toBe(0)
  })

  it('by age gives grace to a form that was open, and to no other', async () => {
    await setPolicy({ closeAfterDays: 14, graceMinutes: 10 }, published)
    const late = after(closes, 9 * 60_000)
    await say(article.id, late, { renderedAt: after(closes, -1) })
    for (const renderedAt of [closes, null])
      expect(await comments.post(guest(), typed(article.id, { renderedAt }), late)).toMatchObject({
        reason: 'closed',
      })
    expect(await comments.post(guest(), typed(article.id), after(closes, 600_000))).toMatchObject({
      reason: 'closed',
    })
  })

  it('is beaten by an article that chose to stay open', async () => {
    await setPolicy({ closeAfterDays: 14, graceMinutes: 0 }, published)
    await editing.setDiscussion(editor, article.id, { discussion: 'open' }, soon)
    await say(article.id, after(closes, 365 * DAY_MS))
  })

  it('lets staff answer, and what was held be published', async () => {
    await setPolicy({ mode: 'hold-all' }, published)
    const result = await comments.post(guest(), typed(article.id), soon)
    if (result.kind !== 'held') throw new Error('Not held')
    const own = await comments.getByToken(result.token, soon)
    await editing.setDiscussion(editor, article.id, { discussion: 'closed' }, soon)
    await moderation.decide(editor, { id: own?.comment.id ?? 0, state: 'published' }, soon)
    expect(
      await comments.post(editor, typed(article.id, { parentId: own?.comment.id ?? 0 }), soon),
    ).toMatchObject({
      kind: 'published',
    })
    expect(await countPublished(article.id)).toBe(2)
  })

  it('by hand stops two hundred writers at once: nothing stored after it, nothing acknowledged and missing', async () => {
    const order: string[] = []
    const acknowledged: number[] = []
    const refused: number[] = []
    const turns = async (count: number) => {
      for (let turn = 0; turn < count; turn++) await new Promise(setImmediate)
    }
    const writers = Array.from({ length: 200 }, async (_, i) => {
      await turns(i % 20)
      const input = typed(article.id, { email: `guest${i}@example.com` })
      const result = await comments.post(guest(`address ${i}`), input, soon)
      order.push(result.kind)
      if (result.kind === 'published') acknowledged.push(result.id)
      if (result.kind === 'refused' && result.reason === 'closed') refused.push(i)
    })
    await turns(8)
    await editing.setDiscussion(editor, article.id, { discussion: 'closed' }, soon)
    order.push('closed')
    const storedAtClosing = await countStored(article.id)
    await Promise.all(writers)
    expect(acknowledged.length + refused.length).toBe(200)
    expect(acknowledged.length).toBeGreaterThan(0)
    expect(refused.length).toBeGreaterThan(0)
    expect(await countStored(article.id)).toBe(storedAtClosing)
    expect(acknowledged).toHaveLength(storedAtClosing)
    for (const id of acknowledged) expect(await stored(id)).toMatchObject({ state: 'published' })
    expect(order.slice(order.indexOf('closed'))).not.toContain('published')
    expect(await countWrong(article.id, db())).toBe(0)
  })
})
