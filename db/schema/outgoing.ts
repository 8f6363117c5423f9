import type { Protocol } from '@/domain/mentions/discovery'
import type { SendingReason, SendingState } from '@/domain/mentions/sending'
import { id, index, instant, integer, table, text, unique } from '../columns'
import { articles } from './articles'

/**
 * What other sites are told about links of ours to them. What is told is a revision that holds the link, or `WITHDRAWN`:
 * `wanted` is to be told, `told` was, `begun` was about to be said when no answer is known yet; null for nothing.
 */
export const outgoingMentions = table(
  'outgoing_mentions',
  {
    id: id('id'),
    articleId: integer('article_id')
      .notNull()
      .references(() => articles.id, { onDelete: 'cascade' }),
    /** As the article has it. */
    target: text('target').notNull(),
    host: text('host').notNull(),
    state: text('state').$type<SendingState>().notNull(),
    wanted: integer('wanted').notNull(),
    told: integer('told'),
    begun: integer('begun'),
    /** The address of ours that the other side knows; null before it was told. */
    source: text('source'),
    protocol: text('protocol').$type<Protocol>(),
    endpoint: text('endpoint').notNull().default(''),
    /** Of the last answer: a status, or a fault of pingback. */
    status: integer('status'),
    /** Where the other side says what became of it. */
    statusUrl: text('status_url').notNull().default(''),
    reason: text('reason').$type<SendingReason | ''>().notNull().default(''),
    tries: integer('tries').notNull().default(0),
    /** null where nothing is to be done. */
    dueAt: instant('due_at'),
    leasedUntil: instant('leased_until'),
    triedAt: instant('tried_at'),
    createdAt: instant('created_at').notNull(),
  },
  (t) => [
    unique('outgoing_mentions_pair').on(t.articleId, t.target),
    index('outgoing_mentions_due').on(t.dueAt, t.id),
    index('outgoing_mentions_state').on(t.state, t.id),
    index('outgoing_mentions_age').on(t.state, t.triedAt),
  ],
)
