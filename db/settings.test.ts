import { eq } from 'drizzle-orm'
import { describe, expect, test } from 'vitest'
import { readerActor, staffActor, systemActor } from '@/domain/actor'
import type { Role } from '@/domain/roles'
import { SETTING_KEYS } from '@/domain/settings'
import { db } from './client'
import { audit, touchLog } from './schema/journal'
import * as settings from './settings'
import { freshDatabase } from './testing'

freshDatabase()

const now = new Date('2026-03-01T12:00:00Z')
const program = systemActor('test')
const staff = (role: Role) => staffActor({ accountId: 1, personId: 1, name: 'Ada', role })

const touchCount = () => db().$count(touchLog, eq(touchLog.tag, 'site'))
const auditCount = () => db().$count(audit, eq(audit.verb, 'settings.set'))

test('an empty site reads as the fallbacks', async () => {
  expect(await settings.getSite()).toMatchObject({ name: 'Untitled site', timeZone: 'UTC', phone: '' })
  expect(await settings.getPolicy()).toEqual({
    mode: 'hold-first',
    closeAfterDays: 0,
    clock: 'published',
    threads: 'while-open',
    replies: 'while-open',
    mentions: 'while-open',
    graceMinutes: 10,
    perAddressPerMinute: 5,
    perArticlePerMinute: 60,
    holdFromLinks: 3,
    holdFromReports: 5,
    learned: 'hold',
    check: 'off',
  })
})

describe('set', () => {
  test('saves what changed, with one audit row and one touch', async () => {
    const touched = await touchCount()
    const result = await settings.set(
      program,
      { 'site.name': ' Northlight ', 'discussion.closeAfterDays': '30', 'site.phone': '' },
      now,
    )
    expect(result).toEqual({ kind: 'done', changed: ['site.name', 'discussion.closeAfterDays'] })
    expect((await settings.getSite()).name).toBe('Northlight')
    expect((await settings.getPolicy()).closeAfterDays).toBe(30)
    expect(await touchCount()).toBe(touched + 1)
    const [row] = await db().select().from(audit).where(eq(audit.verb, 'settings.set'))
    expect(row).toMatchObject({
      actor: 'test',
      subject: 'site',
      before: { 'site.name': 'Untitled site', 'discussion.closeAfterDays': 0 },
      after: { 'site.name': 'Northlight', 'discussion.closeAfterDays': 30 },
    })
  })

  test('leaves no trace when nothing changed', async () => {
    const before = [await touchCount(), await auditCount()]
    expect(await settings.set(program, { 'site.name': 'Northlight' }, now)).toEqual({
      kind: 'done',
      changed: [],
    })
    expect([await touchCount(), await auditCount()]).toEqual(before)
  })

  test('saves nothing when one value is not fitting, and says which', async () => {
    const result = await settings.set(program, { 'site.name': 'Other', 'site.timeZone': 'Mars' }, now)
    expect(result).toMatchObject({ kind: 'refused', reason: 'invalid' })
    expect(result).toHaveProperty('problems', {
      'site.timeZone': 'Write a time zone such as Europe/Berlin',
    })
    expect((await settings.getSite()).name).toBe('Northlight')
  })

  test('refuses a name that is no setting', async () => {
    expect(await settings.set(program, { 'site.colour': 'red' }, now)).toMatchObject({
      reason: 'invalid',
      problems: { 'site.colour': 'There is no such setting' },
    })
  })

  test.each([
    ['owner', 'done', 'done'],
    ['editor', 'refused', 'done'],
    ['moderator', 'refused', 'refused'],
    ['author', 'refused', 'refused'],
    ['contributor', 'refused', 'refused'],
    ['reviewer', 'refused', 'refused'],
  ] as const)('by the role %s: identity %s, policy %s', async (role, identity, policy) => {
    expect((await settings.set(staff(role), {}, now)).kind).toBe('done')
    expect((await settings.set(staff(role), { 'site.name': 'Northlight' }, now)).kind).toBe(identity)
    expect((await settings.set(staff(role), { 'discussion.mode': 'hold-first' }, now)).kind).toBe(policy)
  })

  test('is refused to a reader', async () => {
    expect(await settings.set(readerActor(null), { 'site.name': 'Mine' }, now)).toEqual({
      kind: 'refused',
      reason: 'forbidden',
    })
  })
})

test('every setting is listed with its plain label', async () => {
  const list = await settings.listSettings()
  expect(list.map(({ key }) => key)).toEqual(SETTING_KEYS)
  expect(list).toContainEqual({
    key: 'discussion.closeAfterDays',
    label: 'Close comments after (days)',
    value: 30,
  })
})
