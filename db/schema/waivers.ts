import type { Place } from '@/domain/score/check'
import { id, index, instant, integer, table, text } from '../columns'
import { articles } from './articles'
import { accounts } from './people'

/** Problems of an article that somebody let be, with the words that they are about. */
export const waivers = table(
  'waivers',
  {
    id: id('id'),
    articleId: integer('article_id')
      .notNull()
      .references(() => articles.id, { onDelete: 'cascade' }),
    check: text('check').notNull(),
    field: text('field').$type<Place['field']>().notNull(),
    quote: text('quote').notNull(),
    /** The quote with the words around it. */
    context: text('context').notNull(),
    reason: text('reason').notNull(),
    accountId: integer('account_id').references(() => accounts.id, { onDelete: 'set null' }),
    /** The name at the time; it outlives the account. */
    actor: text('actor').notNull(),
    waivedAt: instant('waived_at').notNull(),
    /** null while it stands. */
    endedAt: instant('ended_at'),
    /** Who ended it; null where the text changed. */
    endedBy: text('ended_by'),
  },
  (t) => [index('waivers_article').on(t.articleId, t.endedAt, t.id)],
)
