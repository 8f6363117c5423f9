import { expect, test } from 'vitest'
import { getPageBefore, listAll } from './all-mentions'
import { getPublished } from './articles'
import { documentOf, makeDraft, makePublished, makeStaff, readBy } from './fixtures'
import { makeMention } from './mention-fixtures'
import * as publishing from './publishing'
import { freshDatabase } from './testing'

freshDatabase()

const owner = await makeStaff('owner')
const day = (n: number) => new Date(Date.UTC(2026, 0, n))
const now = day(20)

const { id, slug } = await makePublished(owner, day(1))
const link: [string, string] = ['the words', `/articles/${slug}`]

// days 2 to 8: what came on one day is told apart too; one article links three times
const ours = [
  await makePublished(owner, day(3), {
    title: 'On day 3',
    document: documentOf(['first', link[1]], link, link),
  }),
  await makePublished(owner, day(5), { title: 'One of day 5', document: documentOf(link) }),
  await makePublished(owner, day(5), { title: 'Another of day 5', document: documentOf(link) }),
]
const elsewhere = [
  await makeMention(id, { kind: 'like' }, day(2)),
  await makeMention(id, {}, day(5)),
  await makeMention(id, {}, day(5)),
  await makeMention(id, { kind: 'reply' }, day(8)),
  // came last, and is old: as what is imported
  await makeMention(id, {}, day(4)),
]
await makeMention(id, { state: 'held' }, day(6))
const NEWEST_FIRST = [
  elsewhere[3],
  ...[ours[2], ours[1]],
  ...[elsewhere[2], elsewhere[1]],
  elsewhere[4],
  ours[0],
  elsewhere[0],
].map((each) => each?.id)

test.each([1, 2, 3, 5, 8])(
  'pages of %i hold every mention once, and as many as are counted',
  async (limit) => {
    const starts: (string | null)[] = [null]
    const found: number[] = []
    for (let after: string | null = null; found.length < 20;) {
      const { items, next } = await listAll(id, now, { after, limit })
      found.push(...items.map(({ mention }) => mention.id))
      after = next
      if (next === null) break
      starts.push(next)
    }
    expect(found).toEqual(NEWEST_FIRST)
    expect(found).toHaveLength((await getPublished(slug, now))?.counts.mentions ?? 0)
    for (const [n, after] of starts.entries())
      expect(await getPageBefore(id, now, { after, limit })).toBe(starts[n - 1] ?? null)
  },
)

test('an article that links more than once stands there once, with the words of its first link', async () => {
  const { items } = await listAll(id, now, { after: null })
  const its = items.filter(({ from, mention }) => from === 'here' && mention.id === ours[0]?.id)
  expect(its).toMatchObject([{ mention: { quote: expect.stringContaining('first') as string } }])
})

test('a page holds until a scheduled article joins it', async () => {
  const coming = await makeDraft(owner, { title: 'Coming', document: documentOf(link) })
  await publishing.publish(owner, coming, { at: day(25) }, now)
  const { result, reading } = await readBy(() => listAll(id, now, { after: null }))
  expect(result.items).toHaveLength(NEWEST_FIRST.length)
  expect(reading.holdsUntil).toEqual(day(25))
  expect([...reading.tags]).toContain(`article:${id}`)
  expect((await listAll(id, day(25), { after: null })).items[0]?.mention.id).toBe(coming)
})

test('what is no cursor is the first page', async () => {
  const first = await listAll(id, now, { after: null })
  expect(await listAll(id, now, { after: 'no-cursor' })).toEqual(first)
  expect(await getPageBefore(id, now, { after: 'no-cursor' })).toBeNull()
})
