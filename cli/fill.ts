import type { Command } from 'commander'
import { InvalidArgumentError } from 'commander'
import { prepareMaterials, publishPlanned } from '@/db/fill'
import type { PlannedThread } from '@/db/fill-comments'
import { getCommented, listCommented, postPlanned } from '@/db/fill-comments'
import { withDatabase } from './database'
import { planArticles } from './fill/articles'
import { planComments, planThread } from './fill/comments'
import { STARTING } from './fill/starting'
import { Refused } from './refused'
import { print, startProgress } from './terminal'

type Options = {
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

export function addFill(program: Command): void {
  program
    .command('fill')
    .description('Add made-up content in bulk, for measuring. The same seed makes the same content.')
    .option('--articles <n>', 'publish so many articles', whole, 0)
    .option(
      '--comments <n>',
      'add so many comments: to these articles, or to all where none are added',
      whole,
      0,
    )
    .option('--seed <n>', 'a number that everything follows from', whole, 1)
    .option('--thread <slug>', 'put the comments into the discussion of this one article')
    .option('--depth <n>', 'with --thread: how many replies deep it goes', whole)
    .option('--json', 'the result as one JSON value')
    .action((options: Options, command: Command) => {
      const { thread, depth, articles, comments } = options
      if (thread === undefined && depth !== undefined) command.error('error: --depth goes with --thread')
      if (thread !== undefined && articles > 0) command.error('error: --thread goes without --articles')
      if (articles === 0 && comments === 0) command.error('error: say how many --articles or --comments')
      return withDatabase(() => fill(options))
    })
}

function whole(value: string): number {
  if (!/^\d{1,9}$/.test(value)) throw new InvalidArgumentError('Write a whole number.')
  return Number(value)
}

async function fill(options: Options): Promise<void> {
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
