import { and, asc, eq, exists, inArray, lte } from 'drizzle-orm'
import type { Db } from './client'
import { db } from './client'
import type { ImageView } from './media'
import { listImagesByIds } from './media'
import { articlePeople } from './schema/articles'
import { people } from './schema/people'
import { tracks } from './touches'
import { holdsUntilNextArticle } from './visibility'

export type PersonView = { id: number; slug: string; name: string; title: string; portrait: ImageView | null }
export type AuthorView = PersonView & { biography: string }
/** `isAuthor`: they wrote something public, so they have a page. */
export type ColleagueView = PersonView & { isAuthor: boolean }

const columns = {
  id: people.id,
  slug: people.slug,
  name: people.name,
  title: people.title,
  portraitId: people.portraitId,
}

async function withPortraits<T extends { portraitId: number | null }>(rows: T[], from: Db) {
  const portraits = await listImagesByIds(
    rows.map((row) => row.portraitId),
    from,
  )
  return rows.map(({ portraitId, ...row }) => ({
    ...row,
    portrait: portraitId === null ? null : (portraits.get(portraitId) ?? null),
  }))
}

const isAuthor = (now: Date) =>
  exists(
    db()
      .select({ id: articlePeople.id })
      .from(articlePeople)
      .where(and(eq(articlePeople.personId, people.id), lte(articlePeople.publishAt, now))),
  )

async function tracksAuthors(now: Date): Promise<void> {
  tracks('articles', 'people')
  await holdsUntilNextArticle(now)
}

/** Somebody who wrote something public; colleagues may have an account long before they want to be found. */
export async function getAuthor(slug: string, now: Date): Promise<AuthorView | null> {
  await tracksAuthors(now)
  const rows = await db()
    .select({ ...columns, biography: people.biography })
    .from(people)
    .where(and(eq(people.slug, slug), isAuthor(now)))
  const [person] = await withPortraits(rows, db())
  return person ?? null
}

/** The slugs of all authors, by name. */
export async function listAuthorSlugs(now: Date): Promise<string[]> {
  await tracksAuthors(now)
  const rows = await db()
    .select({ slug: people.slug })
    .from(people)
    .where(isAuthor(now))
    .orderBy(asc(people.name), asc(people.id))
  return rows.map(({ slug }) => slug)
}

/** Says of each whether they have a page. */
export async function asColleagues(persons: PersonView[], now: Date): Promise<ColleagueView[]> {
  if (persons.length === 0) return []
  await tracksAuthors(now)
  const ids = persons.map(({ id }) => id)
  const rows = await db()
    .select({ id: people.id })
    .from(people)
    .where(and(inArray(people.id, ids), isAuthor(now)))
  const authors = new Set(rows.map(({ id }) => id))
  return persons.map((person) => ({ ...person, isAuthor: authors.has(person.id) }))
}

/** Everybody, by name. */
export async function listPeople(): Promise<PersonView[]> {
  tracks('people')
  return withPortraits(
    await db().select(columns).from(people).orderBy(asc(people.name), asc(people.id)),
    db(),
  )
}

/** The people by id, in one query and one more for their portraits; unknown ids are left out. */
export async function listPeopleByIds(
  ids: Iterable<number>,
  from: Db = db(),
): Promise<Map<number, PersonView>> {
  const wanted = [...new Set(ids)]
  if (wanted.length === 0) return new Map()
  tracks('people')
  const rows = await from.select(columns).from(people).where(inArray(people.id, wanted))
  return new Map((await withPortraits(rows, from)).map((person) => [person.id, person]))
}
