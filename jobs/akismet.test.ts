import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { guest, setPolicy, typed } from '@/db/comment-fixtures'
import * as edits from '@/db/comment-edits'
import * as comments from '@/db/comments'
import { confirm } from '@/db/confirmations'
import { db } from '@/db/client'
import { makePublished, makeStaff } from '@/db/fixtures'
import * as moderation from '@/db/moderation'
import { getOwn } from '@/db/own-comments'
import { comments as table } from '@/db/schema/comments'
import { audit } from '@/db/schema/journal'
import { jobs } from '@/db/schema/jobs'
import { confirmations } from '@/db/schema/readers'
import * as settings from '@/db/settings'
import { freshDatabase } from '@/db/testing'
import { systemActor } from '@/domain/actor'
import { checkComment, teachAkismet } from './akismet'

freshDatabase()

const now = new Date('2026-03-01T12:00:00Z')
const KEY = 'sesame-0123'
const owner = await makeStaff('owner')
const article = await makePublished(owner, now)

let answer: { status?: number; body: string; tip?: string } = { body: 'false' }
let meanwhile: () => Promise<unknown> = () => Promise.resolve()
const asked: { path: string; form: Record<string, string> }[] = []
let service: Server

async function listen() {
  service = createServer((req, res) => {
    let body = ''
    req.on('data', (chunk: Buffer) => (body += chunk.toString()))
    req.on('end', () => {
      asked.push({ path: req.url ?? '', form: Object.fromEntries(new URLSearchParams(body)) })
      void meanwhile().then(() => {
        res.writeHead(answer.status ?? 200, answer.tip ? { 'x-akismet-pro-tip': answer.tip } : {})
        res.end(answer.body)
      })
    })
  })
  await new Promise<void>((resolve) => service.listen(0, '127.0.0.1', resolve))
  await use(`http://127.0.0.1:${(service.address() as AddressInfo).port}`)
}
const use = (akismetUrl: string, akismetKey = KEY) => setPolicy({ akismetUrl, akismetKey }, now)

beforeAll(listen)
afterAll(() => service.close())
beforeEach(() => {
  answer = { body: 'false' }
  meanwhile = () => Promise.resolve()
  asked.length = 0
})

const site = { siteUrl: new URL('http://127.0.0.1:3000'), allowsLoopback: true }
const check = (commentId: number, attempts = 1) => checkComment({ commentId }, now, attempts, site)
const teach = (commentId: number) => teachAkismet({ commentId }, site)

async function get(id: number) {
  const row = (await db().select().from(table)).find((each) => each.id === id)
  if (!row) throw new Error('No such comment')
  return row
}

/** Posts as a guest and returns what waits. */
async function post(changes: Parameters<typeof typed>[1] = {}) {
  const result = await comments.post(guest(), typed(article.id, changes), now)
  if (result.kind !== 'held') throw new Error(`Not held: ${JSON.stringify(result)}`)
  const { token } = result
  const own = await getOwn(db(), token)
  if (!own) throw new Error('It was not stored')
  return { id: own.id, token }
}
const stands = (stand: string) => [{ rule: 'akismet', detail: stand }]
const countJobs = async (kind: string) =>
  (await db().select().from(jobs)).filter((job) => job.kind === kind).length

test('a comment that would be published waits for the answer, and a job is left for it', async () => {
  const before = await countJobs('check-comment')
  const { id } = await post()
  expect(await get(id)).toMatchObject({ state: 'held', reasons: stands('waiting') })
  expect(await countJobs('check-comment')).toBe(before + 1)
  expect(asked).toEqual([])
})

test('it is published where Akismet finds nothing, also when asked twice', async () => {
  const { id } = await post({ website: 'https://dana.example/' })
  await check(id)
  await check(id)
  expect(await get(id)).toMatchObject({ state: 'published', reasons: stands('passed'), decidedAt: null })
  expect(asked).toHaveLength(1)
  expect(asked[0]?.path).toBe('/1.1/comment-check')
  const form = asked[0]?.form
  expect(form).toMatchObject({
    api_key: KEY,
    blog: 'http://127.0.0.1:3000',
    comment_type: 'comment',
    comment_author: 'Dana',
    comment_author_email: 'dana@example.com',
    comment_author_url: 'https://dana.example/',
  })
  expect(form?.permalink).toContain(site.siteUrl.origin)
  expect(form).not.toHaveProperty('user_ip')
})

test.each([
  ['spam', { body: 'true' }],
  ['discard', { body: 'true', tip: 'discard' }],
])('it goes to spam where Akismet says so: %s', async (stand, said) => {
  const { id } = await post()
  answer = said
  await check(id)
  expect(await get(id)).toMatchObject({ state: 'spam', reasons: stands(stand) })
})

test('a key that is not taken leaves it to a moderator', async () => {
  const { id } = await post()
  answer = { body: 'invalid' }
  await check(id)
  expect(await get(id)).toMatchObject({ state: 'held', reasons: stands('invalid-key') })
})

test('an answer that is none is asked for again, and in the end a moderator decides', async () => {
  const { id } = await post()
  answer = { body: '<h1>Welcome</h1>' }
  await expect(check(id)).rejects.toThrow('no answer')
  expect(await get(id)).toMatchObject({ state: 'held', reasons: stands('waiting') })
  await check(id, 7)
  expect(await get(id)).toMatchObject({ state: 'held', reasons: stands('failed') })
})

test('nothing is asked once the key is gone', async () => {
  const { id } = await post()
  await setPolicy({ akismetKey: '' }, now)
  await check(id)
  expect(await get(id)).toMatchObject({ state: 'held', reasons: stands('failed') })
  await setPolicy({ akismetKey: KEY }, now)
  expect(asked).toEqual([])
})

describe('what happens meanwhile', () => {
  test.each(['published', 'spam', 'removed'] as const)('a moderator wins: %s', async (state) => {
    const { id } = await post()
    answer = { body: state === 'published' ? 'true' : 'false' }
    meanwhile = () => moderation.decide(owner, { id, state }, now)
    await check(id)
    expect(await get(id)).toMatchObject({ state, reasons: stands('overtaken') })
  })

  test('who decided before is not asked about, also where it was taken back', async () => {
    const { id } = await post()
    await moderation.decide(owner, { id, state: 'spam' }, now)
    await moderation.undo(owner, { id }, now)
    await check(id)
    expect(await get(id)).toMatchObject({ state: 'held', reasons: stands('overtaken') })
    expect(asked).toEqual([])
  })

  test('an answer about another text counts for nothing, and the new one is asked about', async () => {
    const { id, token } = await post()
    meanwhile = () => edits.edit(guest(), token, 'Something else', now)
    await check(id)
    expect(await get(id)).toMatchObject({ state: 'held', reasons: stands('waiting') })
    meanwhile = () => Promise.resolve()
    await check(id)
    expect(asked.at(-1)?.form).toMatchObject({ comment_content: 'Something else', recheck_reason: 'edit' })
    expect(await get(id)).toMatchObject({ state: 'published' })
  })

  test('a published comment that is edited waits again', async () => {
    const { id, token } = await post()
    await check(id)
    await edits.edit(guest(), token, 'Now with other words', now)
    expect(await get(id)).toMatchObject({ state: 'held', reasons: stands('waiting') })
  })

  test('an edit lets nothing out of spam', async () => {
    const { id, token } = await post()
    answer = { body: 'true' }
    await check(id)
    await edits.edit(guest(), token, 'Quite harmless', now)
    answer = { body: 'false' }
    await check(id)
    expect(await get(id)).toMatchObject({ state: 'spam', reasons: stands('spam') })
  })
})

test('who confirms an address afterwards is asked about then', async () => {
  await setPolicy({ mode: 'confirmed' }, now)
  const email = 'late@example.com'
  const { id } = await post({ email })
  expect(await get(id)).toMatchObject({ reasons: [{ rule: 'mode' }] })
  const link = (await db().select().from(confirmations)).find(({ commentId }) => commentId === id)
  expect(await confirm(link?.id ?? 0, now)).toMatchObject({ kind: 'done', place: null })
  expect(await get(id)).toMatchObject({ state: 'held', reasons: stands('waiting') })
  await check(id)
  expect(await get(id)).toMatchObject({ state: 'published' })
  await setPolicy({}, now)
})

describe('moderators teach', () => {
  test('spam that was missed, once', async () => {
    const { id } = await post()
    await check(id)
    const before = await countJobs('teach-akismet')
    await moderation.decide(owner, { id, state: 'spam' }, now)
    expect(await countJobs('teach-akismet')).toBe(before + 1)
    await teach(id)
    await teach(id)
    expect(asked.filter(({ path }) => path === '/1.1/submit-spam')).toHaveLength(1)
    expect((await get(id)).reasons).toEqual(stands('taught-spam'))
  })

  test('what was no spam, and that it was after all', async () => {
    const { id } = await post()
    answer = { body: 'true' }
    await check(id)
    await moderation.decide(owner, { id, state: 'published' }, now)
    await teach(id)
    await moderation.undo(owner, { id }, now)
    await teach(id)
    expect(asked.map(({ path }) => path)).toEqual([
      '/1.1/comment-check',
      '/1.1/submit-ham',
      '/1.1/submit-spam',
    ])
    expect((await get(id)).reasons).toEqual(stands('taught-spam'))
  })

  test('nothing about what Akismet was never asked, and nothing where they agree', async () => {
    const { id } = await post()
    await moderation.decide(owner, { id, state: 'spam' }, now)
    await teach(id)
    const other = await post()
    answer = { body: 'true' }
    await check(other.id)
    await teach(other.id)
    expect(asked.map(({ path }) => path)).toEqual(['/1.1/comment-check'])
  })
})

test('the key stands in no list, journal, job or error', async () => {
  const { id } = await post()
  const listed = await settings.listSettings()
  expect(listed.find(({ key }) => key === 'discussion.akismetKey')?.value).toBe('(set)')
  answer = { status: 500, body: KEY }
  await expect(check(id)).rejects.toThrow(/^Akismet answered with 500$/)
  const kept = JSON.stringify([listed, await db().select().from(audit), await db().select().from(jobs)])
  expect(kept).toContain('discussion.akismetKey')
  expect(kept).not.toContain(KEY)
})

test('a service that is away is left alone for a moment', async () => {
  const [first, second] = [await post(), await post()]
  await new Promise((resolve) => service.close(resolve))
  await listen()
  answer = { status: 503, body: '' }
  await expect(check(first.id)).rejects.toThrow('503')
  await expect(check(second.id)).rejects.toThrow('just now')
  expect(asked).toHaveLength(1)
})

test.each(['owner', 'editor', 'moderator'] as const)('the key is the owner’s: %s', async (role) => {
  const actor = role === 'owner' ? owner : await makeStaff(role)
  for (const change of [{ 'discussion.akismetKey': KEY }, { 'discussion.akismetUrl': 'https://a.example' }])
    expect((await settings.set(actor, change, now)).kind).toBe(role === 'owner' ? 'done' : 'refused')
})

test('a key travels in the open to this machine alone', async () => {
  const set = (url: string) => settings.set(systemActor('test'), { 'discussion.akismetUrl': url }, now)
  for (const url of [
    'http://a.example',
    'https://user:pass@a.example',
    'ftp://a.example',
    'https://a.example/?x',
  ])
    expect((await set(url)).kind).toBe('refused')
  expect((await set('http://localhost:9')).kind).toBe('done')
})
