import { AsyncLocalStorage } from 'node:async_hooks'
import { asc } from 'drizzle-orm'
import { staffActor, type StaffActor, systemActor } from '@/domain/actor'
import type { StoredDocument } from '@/domain/document/stored'
import { type ImageType, originalName } from '@/domain/media'
import { fieldsOf, type DraftInput, type RevisionInput } from '@/domain/revision'
import type { Role } from '@/domain/roles'
import { slugify } from '@/domain/slug'
import { db, transact } from './client'
import * as editing from './editing'
import { add as addImage, type ImageView } from './media'
import { hashOf, keepFile } from './media-files'
import * as publishing from './publishing'
import { topics } from './schema/articles'
import { touchLog } from './schema/journal'
import { media } from './schema/media'
import { accounts, people } from './schema/people'
import { getSubject } from './subject'
import { READING, type Reading, touches } from './touches'

let count = 0
/** Names that nothing else in the test's database has. */
const uniqueName = (stem: string) => `${stem} ${++count}`

const made = new Date('2020-01-01T00:00:00Z')
const inserted = <T>([row]: T[]): T => {
  if (!row) throw new Error('Nothing was inserted')
  return row
}

export const makePerson = (name = uniqueName('Person')) =>
  transact(async (tx) =>
    inserted(
      await tx
        .insert(people)
        .values({ name, slug: slugify(name), createdAt: made })
        .returning(),
    ),
  )

export const makeTopic = (name = uniqueName('Topic')) =>
  transact(async (tx) =>
    inserted(
      await tx
        .insert(topics)
        .values({ name, slug: slugify(name) })
        .returning(),
    ),
  )

export const makeImage = (alt = '') =>
  transact(async (tx) =>
    inserted(
      await tx
        .insert(media)
        .values({
          hash: slugify(uniqueName('image')),
          type: 'image/png',
          bytes: 1,
          width: 1600,
          height: 900,
          alt,
          derivatives: [],
          createdAt: made,
        })
        .returning(),
    ),
  )

/** An image whose original is a file. */
export async function keepImage(
  bytes: Buffer,
  type: ImageType,
  size: { width: number; height: number },
): Promise<ImageView> {
  const hash = hashOf(bytes)
  await keepFile(originalName({ hash, type }), bytes)
  const image = { hash, type, ...size, bytes: bytes.length, alt: 'A picture', credit: '' }
  const added = await addImage(systemActor('test'), image, made)
  if (added.kind === 'refused') throw new Error(added.reason)
  return added.image
}

export async function makeStaff(role: Role): Promise<StaffActor> {
  const person = await makePerson()
  const email = `${person.slug}@example.com`
  const account = await transact(async (tx) => {
    await touches(tx, 'people')
    return inserted(
      await tx.insert(accounts).values({ personId: person.id, email, role, createdAt: made }).returning(),
    )
  })
  return staffActor({ accountId: account.id, personId: person.id, name: person.name, role })
}

/** A document of paragraphs; one that is a pair of words and an address is a link. */
export const documentOf = (...paragraphs: (string | [text: string, href: string])[]): StoredDocument => ({
  version: 1,
  doc: {
    type: 'doc',
    content: paragraphs.map((paragraph) => ({
      type: 'paragraph',
      content: [
        typeof paragraph === 'string'
          ? { type: 'text', text: paragraph }
          : {
              type: 'text',
              text: paragraph[0],
              marks: [{ type: 'link', attrs: { href: paragraph[1] } }],
            },
      ],
    })),
  },
})

export async function makeDraft(
  actor: StaffActor,
  given: Partial<RevisionInput> = {},
  now = made,
): Promise<number> {
  const title = uniqueName('Article')
  const result = await editing.create(actor, { title, document: documentOf('Some words.'), ...given }, now)
  if (result.kind !== 'done') throw new Error(`Not created: ${result.reason}`)
  return result.id
}

/** An article that is public from `at` on. */
export async function makePublished(
  actor: StaffActor,
  at: Date,
  given: Partial<RevisionInput> = {},
): Promise<{ id: number; slug: string }> {
  const id = await makeDraft(actor, given, at)
  const result = await publishing.publish(actor, id, {}, at)
  if (result.kind !== 'done') throw new Error(`Not published: ${result.kind}`)
  return { id, slug: result.slug }
}

/** The tags that `work` touched. */
export async function touchedBy(work: () => Promise<unknown>): Promise<Set<string>> {
  const before = await db().$count(touchLog)
  await work()
  const rows = await db().select({ tag: touchLog.tag }).from(touchLog).orderBy(asc(touchLog.seq))
  return new Set(rows.slice(before).map((row) => row.tag))
}

const shared = globalThis as typeof globalThis & { [READING]?: AsyncLocalStorage<Reading> }

/** What `work` read, and until when that holds. */
export async function readBy<T>(work: () => Promise<T>): Promise<{ result: T; reading: Reading }> {
  const reading: Reading = {
    tags: new Set(),
    holdsUntil: null,
    status: null,
    retryAfterSeconds: null,
    personal: false,
    returned: null,
    parts: [],
    module: null,
    headers: {},
  }
  const storage = (shared[READING] ??= new AsyncLocalStorage())
  return { result: await storage.run(reading, work), reading }
}

/** What the draft of an article holds now, with some of it changed. */
export async function draftOf(articleId: number, changes: Partial<DraftInput> = {}): Promise<DraftInput> {
  const subject = await getSubject(articleId, db())
  if (!subject) throw new Error('There is no such article')
  return { ...fieldsOf(subject.draft), baseRevisionId: subject.draft.id, ...changes }
}
