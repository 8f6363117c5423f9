import { asc, eq, inArray } from 'drizzle-orm'
import type { Db } from './client'
import { db } from './client'
import type { ImageView } from './media'
import { listImagesByIds } from './media'
import { people } from './schema/people'
import { tracks } from './touches'

export type PersonView = { id: number; slug: string; name: string; title: string; portrait: ImageView | null }
export type PersonPage = PersonView & { biography: string }

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

export async function getPerson(slug: string): Promise<PersonPage | null> {
  tracks('people')
  const rows = await db()
    .select({ ...columns, biography: people.biography })
    .from(people)
    .where(eq(people.slug, slug))
  const [person] = await withPortraits(rows, db())
  return person ?? null
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
