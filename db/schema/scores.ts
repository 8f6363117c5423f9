import { isNotNull } from 'drizzle-orm'
import type { Check } from '@/domain/score/check'
import { flag, id, index, instant, integer, json, table, text, unique } from '../columns'
import { articles, revisions } from './articles'

/** What was found of the revision that readers have and of the draft. The findings are the last column, so that lists read small rows. */
export const scores = table(
  'scores',
  {
    id: id('id'),
    articleId: integer('article_id')
      .notNull()
      .references(() => articles.id, { onDelete: 'cascade' }),
    revisionId: integer('revision_id')
      .notNull()
      .references(() => revisions.id, { onDelete: 'cascade' }),
    total: integer('total').notNull(),
    search: integer('search'),
    readability: integer('readability'),
    integrity: integer('integrity'),
    rulesVersion: integer('rules_version').notNull(),
    /** Whether the site asked for credits when it was scored. */
    requiresCredit: flag('requires_credit').notNull(),
    /** Of everything that was looked at. */
    inputHash: text('input_hash').notNull(),
    scoredAt: instant('scored_at').notNull(),
    checks: json<Check[]>('checks').notNull(),
  },
  (t) => [unique('scores_pair').on(t.articleId, t.revisionId), index('scores_revision').on(t.revisionId)],
)

/** Where the scores of an article stand: whether they are in doubt, since something that counts has changed. */
export const scoreWork = table(
  'score_work',
  {
    articleId: integer('article_id')
      .primaryKey()
      .references(() => articles.id, { onDelete: 'cascade' }),
    /** Grows with every change, so that a change during the scoring is seen. */
    mark: integer('mark').notNull(),
    /** From when on the score of what readers have is in doubt; null where it is not. */
    publicAt: instant('public_at'),
    /** When to score it; null where there is nothing to do. */
    dueAt: instant('due_at'),
    /** How often that failed. */
    tries: integer('tries').notNull().default(0),
  },
  (t) => [index('score_work_due').on(t.dueAt, t.articleId).where(isNotNull(t.dueAt))],
)

/** By what the report finds an article, worst first: `all`, `state:draft`, `topic:5`, `person:7`, `check:title-length`. */
export const scoreKeys = table(
  'score_keys',
  {
    id: id('id'),
    articleId: integer('article_id')
      .notNull()
      .references(() => articles.id, { onDelete: 'cascade' }),
    key: text('key').notNull(),
    total: integer('total').notNull(),
  },
  (t) => [
    index('score_keys_list').on(t.key, t.total, t.articleId),
    index('score_keys_article').on(t.articleId, t.key),
  ],
)

/** What must differ between articles, folded; rows stand here while an article is published or scheduled. */
export const publicNames = table(
  'public_names',
  {
    articleId: integer('article_id')
      .primaryKey()
      .references(() => articles.id, { onDelete: 'cascade' }),
    title: text('title').notNull(),
    keyphrase: text('keyphrase').notNull(),
    publishAt: instant('publish_at').notNull(),
  },
  (t) => [
    index('public_names_title').on(t.title, t.publishAt, t.articleId),
    index('public_names_keyphrase').on(t.keyphrase, t.publishAt, t.articleId),
  ],
)

/** All articles looked at again: because somebody ordered it, or because the rules are new. */
export const scoreRuns = table(
  'score_runs',
  {
    id: id('id'),
    actor: text('actor').notNull(),
    rulesVersion: integer('rules_version').notNull(),
    state: text('state').$type<'running' | 'done' | 'cancelled'>().notNull(),
    /** The article that was looked at last; it goes from the newest to the oldest. */
    cursor: integer('cursor').notNull(),
    articles: integer('articles').notNull(),
    seen: integer('seen').notNull().default(0),
    changed: integer('changed').notNull().default(0),
    failed: integer('failed').notNull().default(0),
    orderedAt: instant('ordered_at').notNull(),
    endedAt: instant('ended_at'),
  },
  (t) => [index('score_runs_state').on(t.state, t.id)],
)

/** The site's scores on a day: how many public articles were scored, and their averages in hundredths. */
export const scoreDays = table(
  'score_days',
  {
    id: id('id'),
    day: text('day').notNull(),
    articles: integer('articles').notNull(),
    total: integer('total').notNull(),
    search: integer('search'),
    readability: integer('readability'),
    integrity: integer('integrity'),
  },
  (t) => [unique('score_days_day').on(t.day)],
)
