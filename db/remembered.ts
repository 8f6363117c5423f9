import { LRUCache } from 'lru-cache'
import { db, type Opened, opened } from './client'
import { holdsUntil, readApart, reading, tracks } from './touches'

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

type Answer = { value: unknown; tags: Set<string>; holdsUntil: Date | null; seq: number; asked: Date }

// far more than what is read much asks for; an answer is a few rows
const ANSWERS_MAX = 2_000
const answers = new WeakMap<Opened, LRUCache<string, Answer>>()

function answersOf(it: Opened): LRUCache<string, Answer> {
  const known = answers.get(it) ?? new LRUCache<string, Answer>({ max: ANSWERS_MAX })
  answers.set(it, known)
  return known
}

/**
 * What many renders read and few commits change: the answer of `ask` stands under its key until a commit, of whatever
 * process, touches what it tracked, or its time is over. Nobody may change the answer. Outside of renders nothing says
 * what was read, so there it is asked each time.
 */
export async function whileItHolds<T>(key: string, now: Date, ask: () => Promise<T>): Promise<T> {
  if (!reading()) return ask()
  const it = opened()
  it.commits.read()
  // noted first: what is committed while it is asked makes the answer old
  const { seq } = it.commits
  const known = answersOf(it).get(key)
  const stands =
    known !== undefined &&
    !it.commits.touched(known.tags, known.seq) &&
    now >= known.asked &&
    (known.holdsUntil === null || now < known.holdsUntil)
  const answer = stands ? known : { ...(await readApart(ask)), seq, asked: now }
  if (!stands) answersOf(it).set(key, answer)
  tracks(...answer.tags)
  holdsUntil(answer.holdsUntil)
  return answer.value as T
}
