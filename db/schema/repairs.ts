import type { Passage } from '@/domain/score/waivers'
import { id, index, instant, integer, table, text } from '../columns'
import { articles } from './articles'
import { accounts } from './people'

/** What somebody decided about the suggestions for an article: places were mended, or are not suggested again. */
export const repairs = table(
  'repairs',
  {
    id: id('id'),
    articleId: integer('article_id')
      .notNull()
      .references(() => articles.id, { onDelete: 'cascade' }),
    accountId: integer('account_id').references(() => accounts.id, { onDelete: 'set null' }),
    actor: text('actor').notNull(),
    kind: text('kind').$type<'mended' | 'skipped'>().notNull(),
    places: integer('places').notNull(),
    /** The texts before and after; null where none changed. */
    draftBefore: integer('draft_before'),
    publishedBefore: integer('published_before'),
    draftAfter: integer('draft_after'),
    publishedAfter: integer('published_after'),
    decidedAt: instant('decided_at').notNull(),
    undoneBy: text('undone_by'),
    undoneAt: instant('undone_at'),
  },
  (t) => [index('repairs_article').on(t.articleId), index('repairs_account').on(t.accountId, t.id)],
)

/** Places that are not suggested again, known by their words as in a waiver. */
export const skippedMends = table(
  'skipped_mends',
  {
    id: id('id'),
    repairId: integer('repair_id')
      .notNull()
      .references(() => repairs.id, { onDelete: 'cascade' }),
    articleId: integer('article_id')
      .notNull()
      .references(() => articles.id, { onDelete: 'cascade' }),
    check: text('check').notNull(),
    field: text('field').$type<Passage['field']>().notNull(),
    quote: text('quote').notNull(),
    context: text('context').notNull(),
  },
  (t) => [index('skipped_mends_article').on(t.articleId), index('skipped_mends_repair').on(t.repairId)],
)
