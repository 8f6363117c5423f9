import type { HitKey, HitState, ReplacementState, Warning } from '@/domain/replace/orders'
import type { ReplaceQuery } from '@/domain/replace/query'
import { id, index, instant, integer, json, table, text, unique } from '../columns'
import { articles } from './articles'
import { accounts } from './people'

/** Words looked for in one article or in all, and replaced where somebody approved. */
export const replacements = table(
  'replacements',
  {
    id: id('id'),
    accountId: integer('account_id').references(() => accounts.id, { onDelete: 'set null' }),
    actor: text('actor').notNull(),
    query: json<ReplaceQuery>('query').notNull(),
    /** The one article that is looked through; null for all. */
    articleId: integer('article_id').references(() => articles.id, { onDelete: 'cascade' }),
    /** The person whose articles alone are looked through; null where all may be. */
    ownerId: integer('owner_id'),
    state: text('state').$type<ReplacementState>().notNull(),
    /** The last article that was looked through. */
    cursor: integer('cursor').notNull().default(0),
    looked: integer('looked').notNull().default(0),
    articles: integer('articles').notNull().default(0),
    hits: integer('hits').notNull().default(0),
    guarded: integer('guarded').notNull().default(0),
    changed: integer('changed').notNull().default(0),
    restored: integer('restored').notNull().default(0),
    startedAt: instant('started_at').notNull(),
    appliedAt: instant('applied_at'),
    undoneBy: text('undone_by'),
    undoneAt: instant('undone_at'),
  },
  (t) => [index('replacements_account').on(t.accountId, t.id), index('replacements_article').on(t.articleId)],
)

/** An article with hits: which revisions were looked at, what is skipped, and which revisions took their place. */
export const replacedArticles = table(
  'replaced_articles',
  {
    id: id('id'),
    replacementId: integer('replacement_id')
      .notNull()
      .references(() => replacements.id, { onDelete: 'cascade' }),
    articleId: integer('article_id')
      .notNull()
      .references(() => articles.id, { onDelete: 'cascade' }),
    state: text('state').$type<HitState>().notNull().default('found'),
    hits: integer('hits').notNull(),
    skipped: json<HitKey[]>('skipped').notNull(),
    warnings: json<Warning[]>('warnings').notNull(),
    draftBefore: integer('draft_before').notNull(),
    /** What readers have; null while they have nothing. */
    publishedBefore: integer('published_before'),
    draftAfter: integer('draft_after'),
    publishedAfter: integer('published_after'),
    /** The address, where the words stand in it and addresses may change, and the one that took its place. */
    slugBefore: text('slug_before'),
    slugAfter: text('slug_after'),
  },
  (t) => [
    unique('replaced_articles_pair').on(t.replacementId, t.articleId),
    index('replaced_articles_article').on(t.articleId),
  ],
)
