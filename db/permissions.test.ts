import { describe, expect, test } from 'vitest'
import type { StaffActor } from '@/domain/actor'
import { readerActor } from '@/domain/actor'
import type { Role } from '@/domain/roles'
import { ROLES } from '@/domain/roles'
import * as batches from './batches'
import * as closing from './closing'
import * as desk from './desk'
import * as editing from './editing'
import { draftOf, makeDraft, makeImage, makePublished, makeStaff } from './fixtures'
import * as invitations from './invitations'
import * as media from './media'
import * as publishing from './publishing'
import { mend, skip } from './repairing'
import { setBadge } from './score-badge'
import { giveScore, scoreOfMend } from './score-fixtures'
import { db } from './client'
import { audit, touchLog } from './schema/journal'
import { accounts } from './schema/people'
import { freshDatabase } from './testing'

freshDatabase()

const now = new Date('2026-02-01T09:00:00Z')
const owner = await makeStaff('owner')

/** Whose article, and whether readers ever saw it. */
type Subject = 'own draft' | 'own article' | 'draft of others' | 'article of others'
const SUBJECTS: Subject[] = ['own draft', 'own article', 'draft of others', 'article of others']

// an article that a role could not have made itself is made by an editor-in-chief and given to it
async function make(subject: Subject, actor: StaffActor): Promise<number> {
  const maker = subject.startsWith('own') ? { ...owner, personId: actor.personId } : owner
  return subject.includes('article') ? (await makePublished(maker, now)).id : makeDraft(maker, {}, now)
}

const VERBS = {
  save: async (actor: StaffActor, id: number) =>
    editing.saveDraft(actor, id, await draftOf(id, { title: `Saved ${id}` }), now),
  'change the address': (actor: StaffActor, id: number) =>
    editing.changeSlug(actor, id, `changed-${id}`, now),
  'publish or update': async (actor: StaffActor, id: number) => {
    await editing.saveDraft(owner, id, await draftOf(id, { title: `Edited ${id}` }), now)
    return publishing.publish(actor, id, {}, now)
  },
  'set the discussion': (actor: StaffActor, id: number) =>
    editing.setDiscussion(actor, id, { discussion: 'closed' }, now),
} satisfies Record<string, (actor: StaffActor, id: number) => Promise<{ kind: string }>>
type Verb = keyof typeof VERBS

const ALL = SUBJECTS
const OWN: Subject[] = ['own draft', 'own article']
const NONE: Subject[] = []

/** FIELD's table of roles, spelled out once more: on what each may do what. */
const MAY: Record<Role, Record<Verb, Subject[]>> = {
  owner: { save: ALL, 'change the address': ALL, 'publish or update': ALL, 'set the discussion': ALL },
  editor: { save: ALL, 'change the address': ALL, 'publish or update': ALL, 'set the discussion': ALL },
  moderator: { save: NONE, 'change the address': NONE, 'publish or update': NONE, 'set the discussion': ALL },
  author: { save: OWN, 'change the address': OWN, 'publish or update': OWN, 'set the discussion': OWN },
  contributor: {
    save: ['own draft'],
    'change the address': ['own draft'],
    'publish or update': NONE,
    'set the discussion': NONE,
  },
  reviewer: { save: NONE, 'change the address': NONE, 'publish or update': NONE, 'set the discussion': NONE },
}

const cases = ROLES.flatMap((role) =>
  (Object.keys(VERBS) as Verb[]).flatMap((verb) =>
    SUBJECTS.map((subject) => ({ role, verb, subject, allowed: MAY[role][verb].includes(subject) })),
  ),
)

const written = async () => [await db().$count(audit), await db().$count(touchLog)]

describe('by role', () => {
  test.each(cases)('$role may $verb $subject: $allowed', async ({ role, verb, subject, allowed }) => {
    const actor = await makeStaff(role)
    const id = await make(subject, actor)
    const result = await VERBS[verb](actor, id)
    if (allowed) expect(result.kind).toBe('done')
    else expect(result).toEqual({ kind: 'refused', reason: 'forbidden' })
  })

  test.each(ROLES)('%s unpublishes exactly what it may publish', async (role) => {
    const actor = await makeStaff(role)
    for (const subject of ['own article', 'article of others'] as const) {
      const result = await publishing.unpublish(actor, await make(subject, actor), now)
      expect([subject, result.kind === 'done']).toEqual([
        subject,
        MAY[role]['publish or update'].includes(subject),
      ])
    }
  })

  test.each(ROLES)(
    '%s says what a discussion takes and writes its closing note exactly where it may set it',
    async (role) => {
      const actor = await makeStaff(role)
      for (const subject of SUBJECTS) {
        const id = await make(subject, actor)
        const switches = { threads: null, replies: 'never', mentions: null } as const
        for (const result of [
          await closing.setSwitches(actor, id, switches, now),
          await closing.setNote(actor, id, 'Thank you all', now),
        ])
          expect([subject, result.kind === 'done']).toEqual([
            subject,
            MAY[role]['set the discussion'].includes(subject),
          ])
      }
    },
  )

  test.each(ROLES)('%s shows and hides the score of exactly what it may publish', async (role) => {
    const actor = await makeStaff(role)
    for (const subject of SUBJECTS) {
      const result = await setBadge(actor, await make(subject, actor), 'hide', now)
      expect([subject, result.kind === 'done']).toEqual([
        subject,
        MAY[role]['publish or update'].includes(subject),
      ])
    }
  })

  test.each(ROLES)('%s mends and skips places of exactly what it may publish', async (role) => {
    const actor = await makeStaff(role)
    for (const subject of SUBJECTS) {
      for (const verb of [skip, mend]) {
        const articleId = await make(subject, actor)
        await giveScore(articleId, scoreOfMend('Some', 'Many'), now)
        const { baseRevisionId: revisionId } = await draftOf(articleId)
        const result = await verb(actor, { articleId, revisionId, keys: ['body 0 0 4'] }, now)
        const allowed = MAY[role]['publish or update'].includes(subject)
        expect([subject, result.kind === 'done']).toEqual([subject, allowed])
      }
    }
  })

  test.each(ROLES)('%s dates anew exactly what it may publish', async (role) => {
    const actor = await makeStaff(role)
    for (const subject of ['own article', 'article of others'] as const) {
      const earlier = { publishAt: new Date(now.getTime() - 60_000), agreed: null }
      const result = await publishing.changeDate(actor, await make(subject, actor), earlier, now)
      expect([subject, result.kind === 'done']).toEqual([
        subject,
        MAY[role]['publish or update'].includes(subject),
      ])
    }
  })

  test.each(ROLES)('%s uploads: as the table says', async (role) => {
    const image = { hash: `of ${role}`, type: 'image/png', bytes: 1, width: 1, height: 1 } as const
    const result = await media.add(await makeStaff(role), { ...image, alt: '', credit: '' }, now)
    expect(result.kind === 'done').toBe(['owner', 'editor', 'author'].includes(role))
  })

  test.each(ROLES)('%s lets nobody in, unless it owns the site', async (role) => {
    const before = await db().$count(accounts)
    const colleague = { email: `friend-of-${role}@example.com`, name: 'A friend', role: 'owner' } as const
    const result = await invitations.invite(await makeStaff(role), colleague, now)
    expect(result.kind === 'done').toBe(role === 'owner')
    // the one who asked has an account
    expect((await db().$count(accounts)) - before).toBe(role === 'owner' ? 2 : 1)
  })
})

test('a reader may do nothing, and leaves no trace', async () => {
  const reader = readerActor('hash')
  const { id } = await makePublished(owner, now)
  const draft = await draftOf(id, { title: 'Mine now', leadImageId: (await makeImage()).id })
  const before = await written()
  for (const result of [
    await editing.saveDraft(reader, id, draft, now),
    await editing.changeSlug(reader, id, 'mine-now', now),
    await editing.setDiscussion(reader, id, { discussion: 'closed' }, now),
    await closing.setSwitches(reader, id, { threads: 'never', replies: null, mentions: null }, now),
    await closing.setNote(reader, id, 'Mine', now),
    await publishing.changeDate(reader, id, { publishAt: new Date(0), agreed: null }, now),
    await batches.order(reader, { act: 'close', filter: {}, reason: '' }, now),
    await batches.undo(reader, 1, now),
    await publishing.publish(reader, id, { at: new Date(0) }, now),
    await publishing.unpublish(reader, id, now),
    await invitations.invite(reader, { email: 'me@example.com', name: 'Me', role: 'owner' }, now),
  ])
    expect(result).toEqual({ kind: 'refused', reason: 'forbidden' })
  expect(await desk.getForEditing(reader, id, now)).toBeNull()
  expect(await written()).toEqual(before)
})
