import { isNotNull } from 'drizzle-orm'
import type { ArticleState } from '@/domain/articles'
import type { DiscussionChoice, DiscussionMode, Taking } from '@/domain/discussion/choices'
import type { StoredDocument } from '@/domain/document/stored'
import type { Showing } from '@/domain/score/showing'
import { id, index, instant, integer, json, table, text, unique } from '../columns'
import { media } from './media'
import { accounts, people } from './people'

export const topics = table(
  'topics',
  {
    id: id('id'),
    slug: text('slug').notNull(),
    name: text('name').notNull(),
    description: text('description').notNull().default(''),
    parentId: integer('parent_id'),
  },
  (t) => [unique('topics_slug').on(t.slug)],
)

/** Identity and what acts at once; what a reader reads stands in the published revision. */
export const articles = table(
  'articles',
  {
    id: id('id'),
    /** null until it is chosen or the article first published. */
    slug: text('slug'),
    state: text('state').$type<ArticleState>().notNull().default('draft'),
    publishAt: instant('publish_at'),
    firstPublishedAt: instant('first_published_at'),
    /** When readers were last given a newer revision; null while they read the first one. */
    revisedAt: instant('revised_at'),
    /** The newest of those revisions that was more than a small correction. */
    renewedAt: instant('renewed_at'),
    discussion: text('discussion').$type<DiscussionChoice>().notNull().default('inherit'),
    discussionClosesAt: instant('discussion_closes_at'),
    discussionCloseAfterDays: integer('discussion_close_after_days'),
    discussionReopensAt: instant('discussion_reopens_at'),
    /** When the choice was last changed. */
    discussionChangedAt: instant('discussion_changed_at'),
    /** What is taken of each kind; null follows the site. */
    discussionThreads: text('discussion_threads').$type<Taking>(),
    discussionReplies: text('discussion_replies').$type<Taking>(),
    discussionMentions: text('discussion_mentions').$type<Taking>(),
    /** How comments of guests are let in; null follows the site. */
    discussionMode: text('discussion_mode').$type<DiscussionMode>(),
    /** Whether readers see its score; null follows the site. */
    scoreShowing: text('score_showing').$type<Showing>(),
    commentCount: integer('comment_count').notNull().default(0),
    /** When the newest published comment was written. */
    lastCommentAt: instant('last_comment_at'),
    publishedRevisionId: integer('published_revision_id'),
    draftRevisionId: integer('draft_revision_id'),
    /** The person whose article it is, for what a role may do to its own. */
    ownerId: integer('owner_id').references(() => people.id),
    createdAt: instant('created_at').notNull(),
    updatedAt: instant('updated_at').notNull(),
  },
  (t) => [
    unique('articles_slug').on(t.slug),
    index('articles_public').on(t.state, t.publishAt, t.id),
    index('articles_following').on(t.discussion, t.state, t.publishAt, t.renewedAt, t.lastCommentAt),
    // in the order in which they close: by a date, by days of their own, and by a clock that starts again
    index('articles_closes_at').on(t.discussionClosesAt).where(isNotNull(t.discussionClosesAt)),
    index('articles_own_days')
      .on(t.discussionCloseAfterDays, t.publishAt)
      .where(isNotNull(t.discussionCloseAfterDays)),
    index('articles_renewed').on(t.renewedAt).where(isNotNull(t.renewedAt)),
    index('articles_commented').on(t.lastCommentAt).where(isNotNull(t.lastCommentAt)),
    index('articles_desk').on(t.updatedAt, t.id),
    index('articles_desk_state').on(t.state, t.updatedAt, t.id),
    index('articles_owner').on(t.ownerId, t.id),
    index('articles_desk_owner').on(t.ownerId, t.updatedAt, t.id),
    index('articles_desk_owner_state').on(t.ownerId, t.state, t.publishAt, t.id),
  ],
)

/** Immutable. The document is the last column, so that lists read small rows. */
export const revisions = table(
  'revisions',
  {
    id: id('id'),
    articleId: integer('article_id')
      .notNull()
      .references(() => articles.id, { onDelete: 'cascade' }),
    title: text('title').notNull(),
    summary: text('summary').notNull().default(''),
    description: text('description').notNull().default(''),
    keyphrase: text('keyphrase').notNull().default(''),
    leadImageId: integer('lead_image_id').references(() => media.id),
    leadCaption: text('lead_caption').notNull().default(''),
    /** In the order of the byline. */
    peopleIds: json<number[]>('people_ids').notNull(),
    /** The first is the main topic. */
    topicIds: json<number[]>('topic_ids').notNull(),
    wordCount: integer('word_count').notNull(),
    reason: text('reason').notNull(),
    createdById: integer('created_by_id').references(() => accounts.id, { onDelete: 'set null' }),
    createdAt: instant('created_at').notNull(),
    document: json<StoredDocument>('document').notNull(),
  },
  (t) => [index('revisions_article').on(t.articleId, t.id)],
)

/** Which revisions readers were given, and from when on: these are kept for good, and comments refer to no others. */
export const publications = table(
  'publications',
  {
    id: id('id'),
    articleId: integer('article_id')
      .notNull()
      .references(() => articles.id, { onDelete: 'cascade' }),
    revisionId: integer('revision_id')
      .notNull()
      .references(() => revisions.id, { onDelete: 'cascade' }),
    publishAt: instant('publish_at').notNull(),
    /** Since when it stands in the place of another, as more than a small correction; null for all others. */
    renewedAt: instant('renewed_at'),
  },
  (t) => [unique('publications_pair').on(t.articleId, t.revisionId)],
)

/** Which articles a topic's page lists: rows stand here while the article is published or scheduled. */
export const articleTopics = table(
  'article_topics',
  {
    id: id('id'),
    articleId: integer('article_id')
      .notNull()
      .references(() => articles.id, { onDelete: 'cascade' }),
    topicId: integer('topic_id')
      .notNull()
      .references(() => topics.id),
    position: integer('position').notNull(),
    publishAt: instant('publish_at').notNull(),
  },
  (t) => [
    unique('article_topics_pair').on(t.articleId, t.topicId),
    index('article_topics_list').on(t.topicId, t.publishAt, t.articleId),
  ],
)

/** Which articles an author's page lists; as `articleTopics`. */
export const articlePeople = table(
  'article_people',
  {
    id: id('id'),
    articleId: integer('article_id')
      .notNull()
      .references(() => articles.id, { onDelete: 'cascade' }),
    personId: integer('person_id')
      .notNull()
      .references(() => people.id),
    position: integer('position').notNull(),
    publishAt: instant('publish_at').notNull(),
  },
  (t) => [
    unique('article_people_pair').on(t.articleId, t.personId),
    index('article_people_list').on(t.personId, t.publishAt, t.articleId),
  ],
)

/**
 * Links of the published revision, standing here while its article is published or scheduled.
 * One whose target is an article is its mention, from the instant on at which the article is public.
 */
export const links = table(
  'links',
  {
    id: id('id'),
    articleId: integer('article_id')
      .notNull()
      .references(() => articles.id, { onDelete: 'cascade' }),
    revisionId: integer('revision_id')
      .notNull()
      .references(() => revisions.id, { onDelete: 'cascade' }),
    position: integer('position').notNull(),
    href: text('href').notNull(),
    /** The slug of ours that the address names, also where nothing answers there yet. */
    targetSlug: text('target_slug'),
    targetArticleId: integer('target_article_id').references(() => articles.id, { onDelete: 'set null' }),
    quote: text('quote').notNull(),
    publishAt: instant('publish_at').notNull(),
  },
  (t) => [
    index('links_article').on(t.articleId),
    index('links_slug').on(t.targetSlug),
    index('links_href').on(t.href),
    index('links_target').on(t.targetArticleId, t.publishAt, t.articleId, t.position),
  ],
)
