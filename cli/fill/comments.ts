import type { Commented, PlannedComment, PlannedThread } from '@/db/fill-comments'
import type { CommentState } from '@/domain/comments/states'
import { RENDERER_VERSION } from '@/domain/comments/markdown'
import { placesOf } from '@/domain/discussion/places'
import { fullName, paragraph } from './prose'
import type { Random } from './random'
import { randomFrom } from './random'

const COMMENTS = 3
const DEEP = 4
const MONTH_MS = 30 * 86_400_000

type Node = { parent: number | null; depth: number; state: CommentState }
const REFUSED: [CommentState, ...CommentState[]] = ['held', 'held', 'spam', 'removed']

type Staff = { id: number; name: string }[]

/** Spreads comments over articles: most get a few, some get many. */
export function* planComments(
  articles: Commented[],
  { count, seed, until, staff }: { count: number; seed: number; until: Date; staff: Staff },
): Generator<PlannedThread> {
  const sizes = sizesOf(articles.length, count, randomFrom(seed, COMMENTS))
  for (const [index, article] of articles.entries()) {
    const random = randomFrom(seed, COMMENTS, index)
    const nodes = moderated(random, grow(random, sizes[index] ?? 0, { depth: 6, replying: 0.55, within: 12 }))
    yield { ...article, comments: written(random, nodes, { article, until, staff }) }
  }
}

/** One discussion with a branch that goes `depth` replies deep; everything in it is published. */
export function planThread(
  article: Commented,
  {
    count,
    depth,
    seed,
    until,
    staff,
  }: { count: number; depth: number; seed: number; until: Date; staff: Staff },
): PlannedThread {
  const random = randomFrom(seed, DEEP)
  const branch: Node[] = Array.from({ length: Math.min(count, depth + 1) }, (_, i) => ({
    parent: i === 0 ? null : i - 1,
    depth: i,
    state: 'published',
  }))
  const nodes = grow(random, count, { depth, replying: 0.85, within: count }, branch)
  return { ...article, comments: written(random, nodes, { article, until, staff }) }
}

/** Whole numbers with a long tail that add up to `total`. */
function sizesOf(articles: number, total: number, random: Random): number[] {
  const weights = Array.from({ length: articles }, () => (1 - random.next()) ** -0.6)
  const sum = weights.reduce((all, weight) => all + weight, 0)
  let reached = 0
  let given = 0
  return weights.map((weight) => {
    reached += weight
    const upTo = Math.round((reached / sum) * total)
    const size = upTo - given
    given = upTo
    return size
  })
}

/** Adds comments until there are `size`: each answers one of the last `within`, or begins a thread. */
function grow(
  random: Random,
  size: number,
  { depth, replying, within }: { depth: number; replying: number; within: number },
  nodes: Node[] = [],
): Node[] {
  while (nodes.length < size) {
    const parent = random.chance(replying)
      ? nodes.length - random.between(1, Math.min(within, nodes.length || 1))
      : -1
    const above = nodes[parent]
    const answers = above !== undefined && above.depth < depth
    nodes.push({ parent: answers ? parent : null, depth: answers ? above.depth + 1 : 0, state: 'published' })
  }
  return nodes
}

/** Nobody answers what waits or was refused; what was removed leaves a tombstone where it was answered. */
function moderated(random: Random, nodes: Node[]): Node[] {
  const answered = new Set(nodes.map(({ parent }) => parent))
  return nodes.map((node, index) => {
    const isAnswered = answered.has(index)
    if (random.chance(isAnswered ? 0.99 : 0.97)) return node
    return { ...node, state: isAnswered ? 'removed' : random.pick(REFUSED) }
  })
}

/** Gives comments their words only when they are asked for: a plan of a million is small. */
function* written(
  random: Random,
  nodes: Node[],
  { article, until, staff }: { article: Commented; until: Date; staff: Staff },
): Generator<PlannedComment> {
  const places = placesOf(nodes.map(({ parent, state }, id) => ({ id, parentId: parent, state })))
  const span = Math.max(0, Math.min(MONTH_MS, until.getTime() - article.publishAt.getTime()))
  for (const [index, { parent, state }] of nodes.entries()) {
    const place = places.get(index)
    if (!place) throw new Error('A planned comment answers one that is not planned')
    const share = (index + random.next()) / nodes.length
    const author = random.chance(0.04) && staff[0] ? random.pick([staff[0], ...staff.slice(1)]) : null
    const name = author?.name ?? fullName(random)
    const paragraphs = Array.from({ length: random.chance(0.2) ? 2 : 1 }, () =>
      paragraph(random, 1 + Math.floor(random.next() ** 2 * 5)),
    )
    yield {
      parent,
      root: place.rootId,
      depth: place.depth,
      shown: place.shown,
      replyCount: place.replyCount,
      threadCount: place.threadCount,
      state,
      reasons: state === 'held' ? [{ rule: 'mode', detail: 'hold-first' }] : [],
      personId: author?.id ?? null,
      name,
      email: author ? '' : `${name.toLowerCase().replace(/[^a-z]+/g, '.')}@example.org`,
      source: paragraphs.join('\n\n'),
      renderedBy: RENDERER_VERSION,
      html: paragraphs.map((words) => `<p>${words}</p>`).join(''),
      createdAt: new Date(article.publishAt.getTime() + Math.floor(share ** 2 * span)),
    }
  }
}
