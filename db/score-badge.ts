import { eq } from 'drizzle-orm'
import type { Actor } from '@/domain/actor'
import type { Showing } from '@/domain/score/showing'
import { record } from './audit'
import { transact } from './client'
import { articles } from './schema/articles'
import { type Denied, permitted } from './subject'
import { touches } from './touches'

/** Shows readers the score of one article otherwise than the site does; null follows the site again. */
export function setBadge(
  actor: Actor,
  id: number,
  showing: Showing | null,
  now: Date,
): Promise<{ kind: 'done' } | Denied> {
  return transact(async (tx) => {
    const permit = await permitted(tx, actor, 'set-badge', id, now)
    if (permit.kind !== 'permitted') return permit
    const { scoreShowing: before, slug } = permit.subject.article
    if (before === showing) return { kind: 'done' }
    await tx.update(articles).set({ scoreShowing: showing, updatedAt: now }).where(eq(articles.id, id))
    await record(tx, actor, now, {
      verb: 'article.set-badge',
      subject: `article:${id}`,
      before,
      after: showing,
    })
    await touches(tx, `slug:${slug}`)
    return { kind: 'done' }
  })
}
