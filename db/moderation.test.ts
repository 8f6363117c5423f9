import fc from 'fast-check'
import { and, asc, eq } from 'drizzle-orm'
import { beforeEach, describe, expect, it, test } from 'vitest'
import { readerActor, type StaffActor } from '@/domain/actor'
import { COMMENT_STATES } from '@/domain/comments/states'
import { ROLES } from '@/domain/roles'
import { db, transact } from './client'
import { countPublished, say, setPolicy } from './comment-fixtures'
import { countWrong, recount } from './recount'
import * as editing from './editing'
import { draftOf, makePublished, makeStaff, touchedBy } from './fixtures'
import * as moderation from './moderation'
import { listQueue } from './queue'
import { articles } from './schema/articles'
import { comments as table } from './schema/comments'
import { audit } from './schema/journal'
import { freshDatabase } from './testing'
import { listThread } from './threads'

freshDatabase()

const published = new Date('2024-03-24T16:00:00Z')
let clock = published.getTime()
const later = () => new Date((clock += 1000))

let moderator: StaffActor
let articleId = 0

beforeEach(async () => {
  moderator = await makeStaff('moderator')
  articleId = (await makePublished(await makeStaff('editor'), published)).id
  await setPolicy({}, published)
})

const said = (parentId: number | null = null) => say(articleId, later(), { parentId })

const decide = (id: number, state: (typeof COMMENT_STATES)[number]) =>
  moderation.decide(moderator, { id, state }, later())
const total = () => countPublished(articleId)

describe('a decision', () => {
  it('takes a comment from readers and gives it back', async () => {
    const id = await said()
    const tags = await touchedBy(() => decide(id, 'removed'))
    expect(tags).toEqual(new Set([`comments:${articleId}`]))
    expect(await listThread(articleId, {}, new Date(clock))).toMatchObject({ roots: [] })
    expect(await total()).toBe(0)
    expect(await decide(id, 'published')).toEqual({ kind: 'done', previous: 'removed', state: 'published' })
    expect(await total()).toBe(1)
  })

  it('made twice is made once', async () => {
    const id = await said()
    await decide(id, 'spam')
    expect(await touchedBy(() => decide(id, 'spam'))).toEqual(new Set())
    expect(await db().$count(audit, eq(audit.subject, `comment:${id}`))).toBe(1)
  })

  it('touches no page where readers see no difference', async () => {
    const id = await said()
    await decide(id, 'held')
    expect(await touchedBy(() => decide(id, 'spam'))).toEqual(new Set())
  })

  it('says in the audit who made it of what', async () => {
    const id = await said()
    await decide(id, 'removed')
    const rows = await db()
      .select()
      .from(audit)
      .where(eq(audit.subject, `comment:${id}`))
    expect(rows).toMatchObject([
      { verb: 'comment.decide', actor: moderator.name, before: 'published', after: 'removed' },
    ])
  })

  it('about nothing is none', async () => {
    expect(await decide(999_999, 'spam')).toEqual({ kind: 'missing' })
  })

  test.each(ROLES)('of the role %s counts only with the right to it', async (role) => {
    const id = await said()
    const result = await moderation.decide(await makeStaff(role), { id, state: 'removed' }, later())
    const may = ['owner', 'editor', 'moderator'].includes(role)
    expect(result.kind).toBe(may ? 'done' : 'refused')
    expect(await total()).toBe(may ? 0 : 1)
  })

  it('of a reader does not count', async () => {
    const id = await said()
    expect(await moderation.decide(readerActor(null), { id, state: 'removed' }, later())).toMatchObject({
      reason: 'forbidden',
    })
    expect((await listQueue(readerActor(null), { state: 'published' }, later())).items).toEqual([])
  })
})

describe('a tombstone', () => {
  it('stands where a removed comment has replies, without its words, and falls with the last of them', async () => {
    const root = await said()
    const middle = await said(root)
    const leaf = await said(middle)
    await decide(root, 'removed')
    await decide(middle, 'spam')
    const { roots } = await listThread(articleId, {}, new Date(clock))
    expect(roots).toMatchObject([
      {
        ...{ id: root, tombstone: true, name: '', html: '', website: '' },
        replies: [{ id: middle, tombstone: true, html: '', replies: [{ id: leaf, tombstone: false }] }],
      },
    ])
    expect(await total()).toBe(1)
    await decide(leaf, 'removed')
    expect(await listThread(articleId, {}, new Date(clock))).toMatchObject({ roots: [] })
    expect(await total()).toBe(0)
    await decide(leaf, 'published')
    expect((await listThread(articleId, {}, new Date(clock))).roots).toMatchObject([
      { id: root, tombstone: true },
    ])
  })
})

describe('two moderators', () => {
  it('who look at the same comment decide once; the second hears what the first decided', async () => {
    const id = await said()
    const first = await makeStaff('editor')
    await moderation.decide(first, { id, seen: 'published', state: 'spam' }, later())
    const second = await moderation.decide(moderator, { id, seen: 'published', state: 'removed' }, later())
    expect(second).toMatchObject({ kind: 'changed', state: 'spam', by: first.name, at: expect.any(Date) })
  })

  it('do not take each other’s decisions back unseen', async () => {
    const id = await said()
    await decide(id, 'spam')
    await moderation.decide(await makeStaff('editor'), { id, state: 'held' }, later())
    expect(await moderation.undo(moderator, { id, seen: 'spam' }, later())).toMatchObject({
      kind: 'changed',
      state: 'held',
    })
  })
})

describe('undo', () => {
  it('takes the newest decision back, once', async () => {
    const id = await said()
    await decide(id, 'held')
    await decide(id, 'spam')
    expect(await moderation.undo(moderator, { id }, later())).toEqual({
      kind: 'done',
      previous: 'spam',
      state: 'held',
    })
    expect(await moderation.undo(moderator, { id }, later())).toMatchObject({ reason: 'nothing-to-undo' })
  })

  it('is refused where nobody decided anything', async () => {
    expect(await moderation.undo(moderator, { id: await said() }, later())).toMatchObject({
      reason: 'nothing-to-undo',
    })
  })
})

test('the queue names an article as it is public, whatever its draft says', async () => {
  const id = await said()
  const editor = await makeStaff('editor')
  const { title } = await draftOf(articleId)
  await editing.saveDraft(editor, articleId, await draftOf(articleId, { title: 'A secret turn' }), later())
  const { items } = await listQueue(moderator, { state: 'published', article: articleId }, later())
  expect(items).toMatchObject([{ id, article: { title } }])
})

describe('counters', () => {
  const article = async () => {
    const [row] = await db()
      .select({ comments: articles.commentCount, last: articles.lastCommentAt })
      .from(articles)
      .where(eq(articles.id, articleId))
    return row
  }

  it('agree with a recount after whatever is said, decided and undone', async () => {
    const step = fc.oneof(
      { weight: 3, arbitrary: fc.record({ do: fc.constant('say' as const), at: fc.nat(20) }) },
      {
        weight: 3,
        arbitrary: fc.record({
          do: fc.constant('decide' as const),
          at: fc.nat(20),
          state: fc.constantFrom(...COMMENT_STATES),
        }),
      },
      { weight: 1, arbitrary: fc.record({ do: fc.constant('undo' as const), at: fc.nat(20) }) },
    )
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 5, maxLength: 25 }), async (steps) => {
        articleId = (await makePublished(await makeStaff('editor'), published)).id
        const ids: number[] = []
        for (const each of steps) {
          const id = ids[each.at % Math.max(1, ids.length)]
          if (each.do === 'say') {
            const [row] = await db()
              .select()
              .from(table)
              .where(eq(table.id, id ?? 0))
            ids.push(await said(row?.state === 'published' ? row.id : null))
          } else if (id !== undefined && each.do === 'decide') await decide(id, each.state)
          else if (id !== undefined) await moderation.undo(moderator, { id }, later())
          expect(await countWrong(articleId, db())).toBe(0)
        }
        const visible = and(eq(table.articleId, articleId), eq(table.state, 'published'))
        expect((await article())?.comments).toBe(await db().$count(table, visible))
      }),
      { numRuns: 15 },
    )
  }, 30_000)

  it('the newest comment is the newest that is published', async () => {
    const first = await said()
    const second = await said()
    const at = async (id: number) => (await db().select().from(table).where(eq(table.id, id)))[0]?.createdAt
    expect((await article())?.last).toEqual(await at(second))
    await decide(second, 'removed')
    expect((await article())?.last).toEqual(await at(first))
    await decide(first, 'removed')
    expect((await article())?.last).toBeNull()
  })

  it('that went wrong are found and mended', async () => {
    const root = await said()
    const reply = await said(root)
    await decide(root, 'removed')
    await transact(async (tx) => {
      await tx.update(articles).set({ commentCount: 7 }).where(eq(articles.id, articleId))
      await tx.update(table).set({ shown: false, replyCount: 0, threadCount: 3 }).where(eq(table.id, root))
    })
    expect(await countWrong(articleId, db())).toBe(2)
    expect(await transact((tx) => recount(tx, articleId))).toBe(2)
    expect(await countWrong(articleId, db())).toBe(0)
    const rows = await db().select().from(table).where(eq(table.articleId, articleId)).orderBy(asc(table.id))
    expect(rows).toMatchObject([
      { id: root, shown: true, replyCount: 1, threadCount: 1 },
      { id: reply, shown: true, replyCount: 0, threadCount: 0 },
    ])
  })
})
