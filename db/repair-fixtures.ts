import type { StaffActor } from '@/domain/actor'
import { encodeCursor } from '@/domain/paging'
import { skip, undo } from './repairing'
import { listRepairable, listRepairs } from './repairs'
import { giveScore, scoreOfMend } from './score-fixtures'

/** Looks at what is suggested for an article whose text begins with “Some”, skips it and takes that back. */
export async function skipAndUndo(actor: StaffActor, articleId: number, now: Date): Promise<void> {
  await giveScore(articleId, scoreOfMend('Some', 'Many'), now)
  const { items } = await listRepairable(actor, { after: encodeCursor([0, 1]) }, now)
  const found = items.find(({ id }) => id === articleId)
  if (!found) throw new Error('Nothing is suggested')
  const choice = { articleId, revisionId: found.revisionId, keys: ['body 0 0 4'] }
  await skip(actor, choice, now)
  const [last] = await listRepairs(actor)
  await undo(actor, last?.id ?? 0, now)
  if (actor.role === 'owner') await listRepairs({ ...actor, role: 'author' })
}
