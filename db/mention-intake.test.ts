import { expect, test } from 'vitest'
import { changeSlug, setDiscussion } from './editing'
import { makeDraft, makePublished, makeStaff } from './fixtures'
import { getMention, putMention } from './mention-fixtures'
import { receive } from './mention-intake'
import { freshDatabase } from './testing'

freshDatabase()

const owner = await makeStaff('owner')
const begun = new Date('2026-03-01T10:00:00Z')
const at = (seconds: number) => new Date(begun.getTime() + seconds * 1000)
let count = 0
const sent = (slug: string, host = `site-${++count}.example`) => ({
  source: `https://${host}/${++count}`,
  host,
  target: `https://us.example/articles/${slug}`,
  slug,
  protocol: 'webmention' as const,
  addressHash: null,
})

test('what is no public article takes no mentions', async () => {
  const id = await makeDraft(owner, { title: 'Still a draft' })
  expect(await receive(sent('still-a-draft'), at(0))).toEqual({ kind: 'refused', reason: 'target' })
  const scheduled = await makePublished(owner, at(60))
  expect(id).toBeGreaterThan(0)
  expect(await receive(sent(scheduled.slug), at(59))).toEqual({ kind: 'refused', reason: 'target' })
  expect(await receive(sent(scheduled.slug), at(60))).toMatchObject({ kind: 'accepted' })
})

test('an article whose discussion is closed takes none, but what it shows may change and go', async () => {
  const { id, slug } = await makePublished(owner, at(0))
  const known = sent(slug)
  const first = await receive(known, at(1))
  if (first.kind !== 'accepted') throw new Error(first.reason)
  await putMention(first.id, 'published')
  await setDiscussion(owner, id, { discussion: 'closed' }, at(2))
  expect(await receive(sent(slug), at(3))).toEqual({ kind: 'refused', reason: 'closed' })
  expect(await receive(known, at(600))).toEqual({ kind: 'accepted', id: first.id, isKnown: true })
  expect((await getMention(first.id)).askedAt).toEqual(at(600))
})

test('the address that an article had before still leads to it', async () => {
  const { id, slug } = await makePublished(owner, at(0))
  await changeSlug(owner, id, `${slug}-renamed`, at(1))
  const received = await receive(sent(slug), at(2))
  if (received.kind !== 'accepted') throw new Error(received.reason)
  expect((await getMention(received.id)).articleId).toBe(id)
})

test('one site is taken thirty mentions of in a minute, and told when the next', async () => {
  const { slug } = await makePublished(owner, at(0))
  for (let n = 0; n < 30; n++)
    expect(await receive(sent(slug, 'many.example'), at(100 + n))).toMatchObject({ kind: 'accepted' })
  expect(await receive(sent(slug, 'many.example'), at(130))).toEqual({
    kind: 'refused',
    reason: 'too-many',
    retryAfterSeconds: 30,
  })
  expect(await receive(sent(slug, 'other.example'), at(130))).toMatchObject({ kind: 'accepted' })
  expect(await receive(sent(slug, 'many.example'), at(160))).toMatchObject({ kind: 'accepted' })
})
