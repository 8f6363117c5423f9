import type { StaffActor } from '@/domain/actor'
import { addressIn } from '@/domain/replace/address'
import { hitKey } from '@/domain/replace/orders'
import type { ReplaceQuery } from '@/domain/replace/query'
import type { Tx } from './client'
import { readdress } from './editing'
import type { replacedArticles } from './schema/replacing'
import { ownerOfSlug } from './slugs'
import { permitted } from './subject'

type Row = typeof replacedArticles.$inferSelect

/** From the address that an article has to the one that it gets. */
export type Move = { articleId: number; from: string; to: string }

/** The address that an article gets, where that was approved. */
export function newAddress({ slugBefore, skipped }: Row, query: ReplaceQuery): string | null {
  const isSkipped = skipped.includes(hitKey('address', 0))
  return slugBefore === null || isSkipped ? null : (addressIn(slugBefore, query)?.instead ?? null)
}

export const moveOf = ({ articleId, slugBefore, slugAfter }: Row): Move | null =>
  slugBefore === null || slugAfter === null ? null : { articleId, from: slugBefore, to: slugAfter }

export const moveBack = (row: Row): Move | null => {
  const move = moveOf(row)
  return move && { articleId: move.articleId, from: move.to, to: move.from }
}

/** The articles whose address somebody changed, or whose new one was taken, since they were looked through. */
export async function listUnmovable(
  tx: Tx,
  actor: StaffActor,
  moves: readonly (Move | null)[],
  now: Date,
): Promise<Set<number>> {
  const unmovable = new Set<number>()
  const wanted = new Set<string>()
  for (const move of moves) {
    if (!move) continue
    const { articleId, from, to } = move
    const permit = await permitted(tx, actor, 'change-slug', articleId, now)
    const isFree = !wanted.has(to) && (await ownerOfSlug(tx, to)) === null
    if (permit.kind === 'permitted' && permit.subject.article.slug === from && isFree) wanted.add(to)
    else unmovable.add(articleId)
  }
  return unmovable
}

/** Gives articles their new addresses; the old ones lead there. */
export async function moveAll(
  tx: Tx,
  actor: StaffActor,
  moves: readonly (Move | null)[],
  now: Date,
): Promise<void> {
  for (const move of moves) {
    if (!move) continue
    const { kind } = await readdress(tx, actor, { id: move.articleId, slug: move.to }, now)
    if (kind !== 'done') throw new Error(`Article ${move.articleId} was not given the address ${move.to}`)
  }
}
