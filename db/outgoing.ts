import { and, eq, inArray } from 'drizzle-orm'
import type { StoredDocument } from '@/domain/document/stored'
import { linksIn } from '@/domain/document/text'
import { targetsAmong, WITHDRAWN } from '@/domain/mentions/sending'
import type { Tx } from './client'
import { enqueue } from './jobs'
import { outgoingMentions as mentions } from './schema/outgoing'

// What other sites are to be told, written in the transaction that gives readers the link or takes it away.

// far below the bound on variables in one statement
const BATCH = 100

type Published = { articleId: number; revisionId: number; publishAt: Date }
type Known = Pick<typeof mentions.$inferSelect, 'target' | 'state' | 'wanted' | 'told' | 'begun' | 'tries'>

/** One such job waits at most, whoever asks. */
export const askToSend = (tx: Tx, dueAt: Date): Promise<void> =>
  enqueue(tx, 'send-mentions', {}, { dueAt, uniqueKey: 'send-mentions' })

/** Has the links of the revision that readers get from `publishAt` on told to whom they lead, and which went. */
export const announce = (tx: Tx, published: Published, document: StoredDocument, now: Date): Promise<void> =>
  want(tx, published, targetsAmong(linksIn(document).map(({ href }) => href)), now)

/** Nobody reads the article any more: its links are gone. */
export const withdraw = (tx: Tx, articleId: number, now: Date): Promise<void> =>
  want(tx, { articleId, revisionId: WITHDRAWN, publishAt: now }, [], now)

/** The article has another address: who knows the old one is asked to look again. */
export async function announceMove(tx: Tx, articleId: number, now: Date): Promise<void> {
  const told = await tx
    .update(mentions)
    .set({ state: 'due', dueAt: now, tries: 0, reason: '' })
    .where(and(eq(mentions.articleId, articleId), eq(mentions.state, 'sent')))
    .returning({ id: mentions.id })
  if (told.length > 0) await askToSend(tx, now)
}

async function want(
  tx: Tx,
  { articleId, revisionId, publishAt }: Published,
  targets: { target: string; host: string }[],
  now: Date,
): Promise<void> {
  const known = await listKnown(tx, articleId)
  if (known.length === 0 && targets.length === 0) return
  const linked = new Set(targets.map(({ target }) => target))
  const kept = known.filter(({ target }) => linked.has(target))
  const removed = known.filter(({ target, wanted }) => !linked.has(target) && wanted !== WITHDRAWN)
  const set = (rows: Known[], change: Partial<typeof mentions.$inferInsert>) =>
    update(tx, articleId, rows, change)
  const due = { state: 'due', tries: 0, reason: '' } as const

  // who never heard of a link need not hear that it is gone
  await remove(
    tx,
    articleId,
    removed.filter((each) => !isKnownThere(each)),
  )
  await set(removed.filter(isKnownThere), { ...due, wanted: WITHDRAWN, dueAt: publishAt })

  const changed = kept.filter(({ wanted }) => wanted !== revisionId)
  const isTold = ({ told, begun }: Known) => told === revisionId && begun === null
  await set(changed.filter(isTold), { state: 'sent', wanted: revisionId, dueAt: null, reason: '' })
  await set(
    changed.filter((each) => !isTold(each)),
    { ...due, wanted: revisionId, dueAt: publishAt },
  )
  // another date for what was not tried yet
  const waiting = kept.filter(
    ({ wanted, state, tries }) => wanted === revisionId && state === 'due' && tries === 0,
  )
  await set(waiting, { dueAt: publishAt })

  const before = new Set(known.map(({ target }) => target))
  const added = targets.filter(({ target }) => !before.has(target))
  for (let i = 0; i < added.length; i += BATCH)
    await tx.insert(mentions).values(
      added.slice(i, i + BATCH).map((each) => ({
        ...each,
        ...due,
        articleId,
        wanted: revisionId,
        dueAt: publishAt,
        createdAt: now,
      })),
    )
  await askToSend(tx, publishAt)
}

const isKnownThere = ({ told, begun }: Known) => (told !== null && told !== WITHDRAWN) || begun !== null

const listKnown = (tx: Tx, articleId: number): Promise<Known[]> =>
  tx
    .select({
      target: mentions.target,
      state: mentions.state,
      wanted: mentions.wanted,
      told: mentions.told,
      begun: mentions.begun,
      tries: mentions.tries,
    })
    .from(mentions)
    .where(eq(mentions.articleId, articleId))

function* batches(articleId: number, rows: Known[]) {
  for (let i = 0; i < rows.length; i += BATCH) {
    const targets = rows.slice(i, i + BATCH).map(({ target }) => target)
    yield and(eq(mentions.articleId, articleId), inArray(mentions.target, targets))
  }
}

async function update(
  tx: Tx,
  articleId: number,
  rows: Known[],
  change: Partial<typeof mentions.$inferInsert>,
): Promise<void> {
  for (const these of batches(articleId, rows)) await tx.update(mentions).set(change).where(these)
}

async function remove(tx: Tx, articleId: number, rows: Known[]): Promise<void> {
  for (const these of batches(articleId, rows)) await tx.delete(mentions).where(these)
}
