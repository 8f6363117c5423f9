import { and, asc, eq, isNotNull, isNull, ne } from 'drizzle-orm'
import type { Actor } from '@/domain/actor'
import type { Role } from '@/domain/roles'
import { slugify } from '@/domain/slug'
import { record } from './audit'
import { db, transact, type Tx } from './client'
import { accounts, people } from './schema/people'
import { touches } from './touches'

export type NewAccount = { email: string; name: string; role: Role; passwordHash: string | null }

/** For the check of a password alone: the hash never goes to a page. */
export async function getForSignIn(email: string): Promise<{ id: number; passwordHash: string } | null> {
  const [found] = await db()
    .select({ id: accounts.id, passwordHash: accounts.passwordHash })
    .from(accounts)
    .where(and(eq(accounts.email, email), eq(accounts.state, 'active'), isNotNull(accounts.passwordHash)))
  return found?.passwordHash ? { id: found.id, passwordHash: found.passwordHash } : null
}

/** Whoever can give rights: owners who can sign in. */
export async function listOwners(): Promise<{ name: string; email: string }[]> {
  return db()
    .select({ name: people.name, email: accounts.email })
    .from(accounts)
    .innerJoin(people, eq(people.id, accounts.personId))
    .where(isOwner)
    .orderBy(asc(people.name))
}

const isOwner = and(
  eq(accounts.role, 'owner'),
  eq(accounts.state, 'active'),
  isNotNull(accounts.passwordHash),
)

/** Whether somebody other than `exceptId` owns the site and can sign in. */
export async function hasOwner(on: Pick<Tx, '$count'>, exceptId = 0): Promise<boolean> {
  return (await on.$count(accounts, and(isOwner, ne(accounts.id, exceptId)))) > 0
}

export type FirstOwner =
  | { kind: 'done'; accountId: number; email: string }
  | { kind: 'refused'; reason: 'owner-exists' | 'email-taken' }

/** Makes the owner where the site has none. */
export const createFirstOwner = (
  actor: Actor,
  owner: Omit<NewAccount, 'role'>,
  now: Date,
): Promise<FirstOwner> => transact((tx) => insertFirstOwner(tx, actor, owner, now))

export async function insertFirstOwner(
  tx: Tx,
  actor: Actor,
  owner: Omit<NewAccount, 'role'>,
  now: Date,
): Promise<FirstOwner> {
  if (await hasOwner(tx)) return { kind: 'refused', reason: 'owner-exists' }
  if ((await tx.$count(accounts, eq(accounts.email, owner.email))) > 0)
    return { kind: 'refused', reason: 'email-taken' }
  const accountId = await insert(tx, actor, { ...owner, role: 'owner' }, now)
  return { kind: 'done', accountId, email: owner.email }
}

export async function insert(tx: Tx, actor: Actor, account: NewAccount, now: Date): Promise<number> {
  const { email, name, role, passwordHash } = account
  const personId = await personNamed(tx, name, now)
  const [row] = await tx
    .insert(accounts)
    .values({ personId, email, passwordHash, role, createdAt: now })
    .returning({ id: accounts.id })
  if (!row) throw new Error('The insert returned no account')
  // whoever works here: their names are kept from guests
  await touches(tx, 'people')
  await record(tx, actor, now, {
    verb: 'account.create',
    subject: `account:${row.id}`,
    after: { name, email, role },
  })
  return row.id
}

/** The person of this name who has no account yet, such as an author of the starter content; else a new one. */
async function personNamed(tx: Tx, name: string, now: Date): Promise<number> {
  const namesakes = await tx
    .select({ id: people.id })
    .from(people)
    .leftJoin(accounts, eq(accounts.personId, people.id))
    .where(and(eq(people.name, name), isNull(accounts.id)))
    .limit(2)
  // of two namesakes neither can be meant for sure
  if (namesakes.length === 1 && namesakes[0]) return namesakes[0].id
  const [made] = await tx
    .insert(people)
    .values({ slug: await freeSlug(tx, name), name, createdAt: now })
    .returning({ id: people.id })
  if (!made) throw new Error('The insert returned no person')
  return made.id
}

async function freeSlug(tx: Tx, name: string): Promise<string> {
  const wanted = slugify(name) || 'author'
  for (let number = 1; ; number++) {
    const slug = number === 1 ? wanted : `${wanted}-${number}`
    if ((await tx.$count(people, eq(people.slug, slug))) === 0) return slug
  }
}
