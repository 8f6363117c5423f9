import { asc, eq } from 'drizzle-orm'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { readComment } from '@/domain/comments/form'
import { renderComment } from '@/domain/comments/markdown'
import { strangeText } from '@/domain/comments/fixtures'
import { db } from './client'
import { edit } from './comment-edits'
import { guest, setPolicy, typed } from './comment-fixtures'
import { listComments } from './comment-lists'
import * as comments from './comments'
import { makePublished, makeStaff } from './fixtures'
import { comments as table } from './schema/comments'
import { freshDatabase } from './testing'

freshDatabase()

const COUNT = 10_000
const AT_ONCE = 250
const now = new Date('2024-03-24T16:00:00Z')

it('ten thousand comments and names of random Unicode come back as they were read, posted, changed, stored and shown', async () => {
  const article = await makePublished(await makeStaff('editor'), now)
  await setPolicy({ holdFromLinks: 0 }, now)
  const email = (n: number) => `reader${n}@example.com`
  const all = fc.sample(fc.tuple(strangeText(4), strangeText(16), strangeText(16)), {
    numRuns: COUNT,
    seed: 1,
  })
  const sent = all.flatMap(([name, comment, changed], n) => {
    const guest = { name, email: email(n), website: '' }
    const read = readComment({ ...guest, comment }, 'guest')
    const later = readComment({ ...guest, comment: changed }, 'guest')
    return read.kind === 'read' && later.kind === 'read'
      ? [{ posted: read.values, changed: later.values.comment }]
      : []
  })
  expect(sent.length).toBeGreaterThan(COUNT * 0.95)

  for (let from = 0; from < sent.length; from += AT_ONCE)
    await Promise.all(
      sent.slice(from, from + AT_ONCE).map(async ({ posted: values, changed }, n) => {
        const posted = await comments.post(guest(), typed(article.id, values), now)
        if (posted.kind !== 'published')
          throw new Error(`${JSON.stringify(values)}: ${JSON.stringify(posted)}`)
        if (n % 2 === 0) return
        expect((await comments.getByToken(posted.token, now))?.source).toBe(values.comment)
        const edited = await edit(guest(), posted.token, changed, now)
        if (edited.kind !== 'done') throw new Error(`${JSON.stringify(changed)}: ${JSON.stringify(edited)}`)
      }),
    )

  const stored = await db()
    .select({ name: table.name, email: table.email, source: table.source })
    .from(table)
    .where(eq(table.articleId, article.id))
    .orderBy(asc(table.id))
  const byEmail = new Map(stored.map((row) => [row.email, row]))
  for (const [n, { posted, changed }] of sent.entries()) {
    const { name, email, comment } = posted
    const source = (n % AT_ONCE) % 2 === 0 ? comment : changed
    expect(byEmail.get(email)).toEqual({ name, email, source })
  }

  const shown: { name: string; html: string }[] = []
  for (let after: string | null = null; ;) {
    const { items, next } = await listComments(article.id, after, now)
    shown.push(...items)
    if (next === null) break
    after = next
  }
  expect(shown.map(({ name, html }) => ({ name, html }))).toEqual(
    stored.map(({ name, source }) => ({ name, html: renderComment(source) })),
  )
}, 240_000)
