import { prepareMaterials, publishPlanned } from '@/db/fill'
import type { PlannedThread } from '@/db/fill-comments'
import { getCommented, listCommented, postPlanned } from '@/db/fill-comments'
import { withDatabase } from '../database'
import { Refused } from '../refused'
import { print, startProgress } from '../terminal'
import { planArticles } from './articles'
import { planComments, planThread } from './comments'
import { STARTING } from './starting'

export type Options = {
  articles: number
  comments: number
  seed: number
  thread?: string
  depth?: number
  json?: boolean
}

/** Everything is dated between these, so that the same seed makes the same site whenever it is sown. */
const FROM = new Date('2016-01-01T00:00:00Z')
const UNTIL = new Date('2026-01-01T00:00:00Z')

export const fill = (options: Options) => withDatabase(() => add(options))

async function add(options: Options): Promise<void> {
  const { articles, comments, seed } = options
  const started = performance.now()
  const now = new Date()
  const until = now < UNTIL ? now : UNTIL
  const materials = await prepareMaterials(STARTING, now)
  const plan = { count: articles, seed, from: FROM, until, materials }
  await withProgress('Articles', articles, (add) => publishPlanned(planArticles(plan), add))
  const threads = await plannedThreads(options, {
    until,
    staff: materials.people,
    nextNumber: materials.nextNumber,
  })
  await withProgress('Comments', comments, (add) => postPlanned(threads, add))
  const seconds = Math.round((performance.now() - started) / 100) / 10
  print(
    { articles, comments, seed, seconds },
    [`Added ${articles} articles and ${comments} comments in ${seconds} s.`],
    options,
  )
}

async function plannedThreads(
  { articles, comments, seed, thread, depth = 6 }: Options,
  { until, staff, nextNumber }: { until: Date; staff: { id: number; name: string }[]; nextNumber: number },
): Promise<Iterable<PlannedThread>> {
  if (comments === 0) return []
  const plan = { count: comments, seed, until, staff }
  if (thread !== undefined) {
    const article = await getCommented(thread)
    if (!article) throw new Refused(`No published article has the address /articles/${thread}`)
    return [planThread(article, { ...plan, depth })]
  }
  const targets = await listCommented(articles > 0 ? nextNumber - 1 : 0, new Date())
  if (targets.length === 0) throw new Refused('There are no published articles that comments could go to')
  return planComments(targets, plan)
}

async function withProgress(
  label: string,
  total: number,
  work: (add: (done: number) => void) => Promise<unknown>,
): Promise<void> {
  const bar = startProgress(label, total)
  await work(bar.add)
  bar.end()
}
