import type { CommentOrder } from '@/domain/comments/bulk'
import type { BatchOrder, BatchState } from '@/domain/discussion/batches'
import { id, index, instant, integer, json, table, text } from '../columns'
import { accounts } from './people'

export const audit = table(
  'audit',
  {
    id: id('id'),
    at: instant('at').notNull(),
    accountId: integer('account_id').references(() => accounts.id, { onDelete: 'set null' }),
    /** The name at the time; it outlives the account. */
    actor: text('actor').notNull(),
    verb: text('verb').notNull(),
    subject: text('subject').notNull(),
    before: json<unknown>('before'),
    after: json<unknown>('after'),
    reason: text('reason').notNull().default(''),
    /** One row of many that were done together; null for what was done alone. */
    batchId: integer('batch_id'),
  },
  (t) => [index('audit_subject').on(t.subject, t.id), index('audit_batch').on(t.batchId, t.id)],
)

/** Many discussions or comments changed by one order, in steps; what became of each stands in `audit`. */
export const batches = table(
  'batches',
  {
    id: id('id'),
    about: text('about').$type<'discussions' | 'comments'>().notNull().default('discussions'),
    accountId: integer('account_id').references(() => accounts.id, { onDelete: 'set null' }),
    actor: text('actor').notNull(),
    order: json<BatchOrder | CommentOrder>('order').notNull(),
    reason: text('reason').notNull().default(''),
    state: text('state').$type<BatchState>().notNull(),
    /** The last article, comment of the order, or row of `audit`, that was seen to. */
    cursor: integer('cursor').notNull().default(0),
    changed: integer('changed').notNull().default(0),
    restored: integer('restored').notNull().default(0),
    orderedAt: instant('ordered_at').notNull(),
    undoneBy: text('undone_by'),
    undoneAt: instant('undone_at'),
  },
  (t) => [index('batches_about').on(t.about, t.id)],
)

/** What each commit changed, in order; `documents/` reads on from the last it knows. */
export const touchLog = table('touches', {
  seq: id('seq'),
  tag: text('tag').notNull(),
})
