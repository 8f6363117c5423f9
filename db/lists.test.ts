import { eq } from 'drizzle-orm'
import { describe, expect, it, test } from 'vitest'
import { may, ROLES } from '@/domain/roles'
import { db } from './client'
import { guest, setPolicy, typed } from './comment-fixtures'
import * as comments from './comments'
import { makePublished, makeStaff } from './fixtures'
import * as lists from './lists'
import * as moderation from './moderation'
import { comments as table } from './schema/comments'
import { audit } from './schema/journal'
import { freshDatabase } from './testing'
import { tryRule } from './trials'

freshDatabase()

const now = new Date('2026-05-04T12:00:00Z')
const owner = await makeStaff('owner')
const article = await makePublished(owner, now)
await setPolicy({}, now)

const save = (name: 'hold-words' | 'spam-words' | 'spam-hosts', source: string) =>
  lists.save(owner, { name, how: 'replace', source }, now)

async function becomes(comment: string, changes: Parameters<typeof typed>[1] = {}) {
  const result = await comments.post(guest(), typed(article.id, { comment, ...changes }), now)
  if (result.kind === 'refused') throw new Error(result.reason)
  if (result.kind === 'published') return { state: 'published', reasons: [] }
  const own = await comments.getByToken(result.token, now)
  return { state: own?.state, reasons: own?.reasons }
}

describe('a list', () => {
  it('holds from the next comment on, until a word is taken off it', async () => {
    expect(await becomes('One crypto')).toMatchObject({ state: 'published' })
    expect(await save('hold-words', 'crypto\nfree money # both\n')).toMatchObject({
      kind: 'done',
      entries: 2,
    })
    expect(await becomes('Two Crypto')).toEqual({
      state: 'held',
      reasons: [{ rule: 'words', detail: 'crypto' }],
    })
    await save('hold-words', 'free money')
    expect(await becomes('Three crypto')).toMatchObject({ state: 'published' })
    expect(await becomes('Free\nMONEY')).toMatchObject({ state: 'held' })
  })

  it('of spam looks into every field', async () => {
    await save('spam-words', 'casino')
    const spam = { state: 'spam', reasons: [{ rule: 'spam-words', detail: 'casino' }] }
    expect(await becomes('A', { name: 'Casino Royal' })).toEqual(spam)
    expect(await becomes('B', { email: 'win@casino.example' })).toEqual(spam)
    expect(await becomes('C', { website: 'https://casino.example/' })).toEqual(spam)
    expect(await becomes('[D](https://x.example/casino)')).toEqual(spam)
    expect(await becomes('Casinos and occasions')).toMatchObject({ state: 'published' })
  })

  it('of hosts goes by where links lead', async () => {
    await save('spam-hosts', 'pills.example')
    expect(await becomes('See [this](https://shop.pills.example/)')).toEqual({
      state: 'spam',
      reasons: [{ rule: 'spam-hosts', detail: 'pills.example' }],
    })
    expect(await becomes('pills.example is mentioned')).toMatchObject({ state: 'published' })
  })

  it('is kept as it was typed, and what can match nothing is named', async () => {
    const source = '# ours\n\nok # fine\n***\n'
    const saved = await save('hold-words', source)
    expect(saved).toEqual({ kind: 'done', entries: 1, unusable: { lines: ['***'], count: 1 } })
    expect(await lists.getList(owner, 'hold-words')).toBe(source)
  })

  it('leaves a trace of what changed, and none where nothing did', async () => {
    await save('hold-words', 'a1\nb1')
    await save('hold-words', 'b1\nc1')
    await save('hold-words', 'b1\nc1')
    const rows = await db()
      .select({ before: audit.before, after: audit.after })
      .from(audit)
      .where(eq(audit.subject, 'list:hold-words'))
    expect(rows.at(-1)).toEqual({
      before: { entries: 2, removed: ['a1'] },
      after: { entries: 2, added: ['c1'] },
    })
    expect(rows.filter(({ after }) => JSON.stringify(after).includes('c1'))).toHaveLength(1)
  })

  it('may have 60,000 words', async () => {
    const source = Array.from({ length: 60_000 }, (_, n) => `unlikely${n}`).join('\n')
    expect(await save('hold-words', source)).toMatchObject({ entries: 60_000 })
    expect(await becomes('This is unlikely59999.')).toMatchObject({ state: 'held' })
    expect((await lists.listLists(owner))?.[0]).toEqual({ name: 'hold-words', entries: 60_000, source: null })
  })

  it('takes lines that are added to what it has', async () => {
    await save('hold-words', 'first\n')
    await lists.save(owner, { name: 'hold-words', how: 'add', source: 'second' }, now)
    expect(await lists.getList(owner, 'hold-words')).toBe('first\nsecond')
  })
})

describe('a rule that is tried', () => {
  it('says how many it would have touched, and which of them were approved', async () => {
    await save('hold-words', '')
    for (const text of ['one zebra', 'two zebras', 'three zebra']) await becomes(text)
    const [id] = (await db().select({ id: table.id }).from(table).where(eq(table.source, 'one zebra'))).map(
      (row) => row.id,
    )
    if (id === undefined) throw new Error('Nothing was stored')
    await moderation.decide(owner, { id, state: 'held' }, now)
    await moderation.decide(owner, { id, state: 'published' }, now)
    const rule = { kind: 'list', name: 'hold-words', source: 'zebra' } as const
    const trial = await tryRule(owner, rule, now)
    expect(trial).toMatchObject({ matched: 2, approved: 1, asideAnyway: 0, isPart: false })
    expect(trial.samples[0]).toMatchObject({ id, found: 'zebra', isApproved: true })
    expect(await becomes('four zebra')).toMatchObject({ state: 'published' })
  })

  it('looks no further back than its days', async () => {
    const rule = { kind: 'links', from: 1 } as const
    expect((await tryRule(owner, rule, now)).matched).toBeGreaterThan(0)
    const later = new Date(now.getTime() + 31 * 86_400_000)
    expect(await tryRule(owner, rule, later)).toMatchObject({ seen: 0, matched: 0 })
  })

  it('can be a ban', async () => {
    await becomes('From mallory', { name: 'Mallory', email: 'mallory@bad.example' })
    const ban = { kind: 'email', pattern: '*@bad.example', days: 1, reason: '' } as const
    expect(await tryRule(owner, { kind: 'ban', ban }, now)).toMatchObject({ matched: 1 })
  })
})

test.each(ROLES)(
  '%s keeps lists exactly where it sets the policy, and tries rules where it moderates',
  async (role) => {
    const actor = await makeStaff(role)
    const saved = await lists.save(actor, { name: 'hold-words', how: 'replace', source: role }, now)
    expect(saved.kind === 'done').toBe(may(role, 'set-policy'))
    expect((await lists.listLists(actor)) !== null).toBe(may(role, 'set-policy'))
    expect((await tryRule(actor, { kind: 'links', from: 1 }, now)).seen > 0).toBe(may(role, 'moderate'))
  },
)
