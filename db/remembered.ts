import { db, type Opened, opened } from './client'

/**
 * What is read often and changed seldom: asked again only after a commit, of whatever process, touched its tag.
 * It is read as it is committed; inside a transaction that changes it, ask the tables.
 */
export function whileUntouched<T>(
  tag: string,
  ask: (from: ReturnType<typeof db>) => Promise<T>,
): () => Promise<T> {
  const known = new WeakMap<Opened, { touchedAt: number; answer: Promise<T> }>()
  return () => {
    const it = opened()
    // asked first: what is committed while the answer is read makes it old
    const touchedAt = it.commits.touchedAt(tag)
    const last = known.get(it)
    if (last?.touchedAt === touchedAt) return last.answer
    const answer = ask(db())
    known.set(it, { touchedAt, answer })
    // a failure is said to whoever asked, and not remembered
    answer.catch(() => known.delete(it))
    return answer
  }
}
