import { and, asc, desc, eq, gt } from 'drizzle-orm'
import type { Actor } from '@/domain/actor'
import { actorMay } from '@/domain/actor'
import { isPublic } from '@/domain/articles'
import type { Part } from '@/domain/score/check'
import { db, transact } from './client'
import { articles } from './schema/articles'
import { scoreDays, scores } from './schema/scores'

const AT_ONCE = 1_000

/** The averages of a day, in points; a part of which no article has a score is null. */
export type ScoreDay = { day: string; articles: number; total: number } & Record<Part, number | null>

class Average {
  #sum = 0
  #count = 0

  add(points: number | null) {
    if (points === null) return
    this.#sum += points
    this.#count++
  }

  get hundredths() {
    return this.#count === 0 ? null : Math.round((100 * this.#sum) / this.#count)
  }
}

/** Notes what the scores of public articles are on average on a day. It reads a few at a time, so that visitors get theirs. */
export async function noteDay(day: string, now: Date): Promise<void> {
  const averages = {
    total: new Average(),
    search: new Average(),
    readability: new Average(),
    integrity: new Average(),
  }
  let count = 0
  for (let after = 0; ;) {
    const rows = await db()
      .select({
        id: scores.id,
        state: articles.state,
        publishAt: articles.publishAt,
        total: scores.total,
        search: scores.search,
        readability: scores.readability,
        integrity: scores.integrity,
      })
      .from(scores)
      .innerJoin(
        articles,
        and(eq(articles.id, scores.articleId), eq(articles.publishedRevisionId, scores.revisionId)),
      )
      .where(gt(scores.id, after))
      .orderBy(asc(scores.id))
      .limit(AT_ONCE)
    for (const row of rows.filter((each) => isPublic(each, now))) {
      count++
      averages.total.add(row.total)
      averages.search.add(row.search)
      averages.readability.add(row.readability)
      averages.integrity.add(row.integrity)
    }
    const last = rows.at(-1)
    if (!last || rows.length < AT_ONCE) break
    after = last.id
    await new Promise(setImmediate)
  }
  const total = averages.total.hundredths
  if (total === null) return
  const noted = {
    articles: count,
    total,
    search: averages.search.hundredths,
    readability: averages.readability.hundredths,
    integrity: averages.integrity.hundredths,
  }
  await transact(async (tx) => {
    await tx
      .insert(scoreDays)
      .values({ day, ...noted })
      .onConflictDoUpdate({ target: scoreDays.day, set: noted })
  })
}

const points = (hundredths: number | null) => (hundredths === null ? null : hundredths / 100)

/** The last days of which something was noted, the oldest first. */
export async function listDays(actor: Actor, limit: number): Promise<ScoreDay[]> {
  if (!actorMay(actor, 'read-drafts')) return []
  const rows = await db().select().from(scoreDays).orderBy(desc(scoreDays.day)).limit(limit)
  return rows.toReversed().map((row) => ({
    day: row.day,
    articles: row.articles,
    total: row.total / 100,
    search: points(row.search),
    readability: points(row.readability),
    integrity: points(row.integrity),
  }))
}
