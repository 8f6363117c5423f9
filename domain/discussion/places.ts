import type { CommentState } from '@/domain/comments/states'

type Placed = { id: number; parentId: number | null; state: CommentState }

/** What follows from a comment's parent, its state and its replies, in the names of its columns. */
export type Place = {
  rootId: number | null
  depth: number
  shown: boolean
  replyCount: number
  threadCount: number
}

/**
 * Where each comment of an article stands, by id. Those whose parent is missing, or is in the end their own reply,
 * have no place and are left out.
 */
export function placesOf(comments: readonly Placed[]): Map<number, Place> {
  const known = new Map(comments.map((comment) => [comment.id, comment]))
  const places = new Map<number, Place>()
  for (const comment of comments) place(comment, known, places)
  for (const { id, state } of comments) if (state === 'published') show(id, known, places)
  for (const { id, parentId } of comments) if (places.get(id)?.shown) count(parentId, places)
  return places
}

function place(comment: Placed, known: Map<number, Placed>, places: Map<number, Place>): void {
  const path: Placed[] = []
  const seen = new Set<number>()
  let next: Placed | undefined = comment
  while (next && !places.has(next.id)) {
    if (seen.has(next.id)) return
    seen.add(next.id)
    path.push(next)
    if (next.parentId === null) break
    next = known.get(next.parentId)
  }
  if (!next) return
  // from the root down, or from the first that has its place already; a thread may be too deep for recursion
  for (const { id, parentId } of path.reverse()) {
    const parent = parentId === null ? undefined : places.get(parentId)
    const rootId = parentId === null ? null : (parent?.rootId ?? parentId)
    places.set(id, {
      rootId,
      depth: parent ? parent.depth + 1 : 0,
      shown: false,
      replyCount: 0,
      threadCount: 0,
    })
  }
}

/** A published comment is shown, and so is everything above it. */
function show(id: number | null, known: Map<number, Placed>, places: Map<number, Place>): void {
  for (let at = id; at !== null; at = known.get(at)?.parentId ?? null) {
    const here = places.get(at)
    if (!here || here.shown) return
    here.shown = true
  }
}

function count(parentId: number | null, places: Map<number, Place>): void {
  const parent = parentId === null ? undefined : places.get(parentId)
  if (!parent) return
  parent.replyCount++
  const root = parent.rootId === null ? parent : places.get(parent.rootId)
  if (root) root.threadCount++
}
