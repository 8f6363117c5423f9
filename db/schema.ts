import type { ArticleState } from '@/domain/articles'
import type { CommentReason, CommentState } from '@/domain/comments/states'
import type { DiscussionChoice } from '@/domain/discussion/choices'
import type { StoredDocument } from '@/domain/document/stored'
import type { Derivative, ImageType } from '@/domain/media'
import type { Role } from '@/domain/roles'
import { flag, id, index, instant, integer, json, table, text, unique } from './columns'

export const people = table(
  'people',
  {
    id: id('id'),
    slug: text('slug').notNull(),
    name: text('name').notNull(),
    title: text('title').notNull().default(''),
    biography: text('biography').notNull().default(''),
    portraitId: integer('portrait_id').references(() => media.id),
    createdAt: instant('created_at').notNull(),
  },
  (t) => [unique('people_slug').on(t.slug)],
)

export const accounts = table(
  'accounts',
  {
    id: id('id'),
    personId: integer('person_id')
      .notNull()
      .references(() => people.id),
    email: text('email').notNull(),
    passwordHash: text('password_hash'),
    role: text('role').$type<Role>().notNull(),
    state: text('state').$type<'active' | 'suspended'>().notNull().default('active'),
    createdAt: instant('created_at').notNull(),
  },
  (t) => [unique('accounts_email').on(t.email), unique('accounts_person').on(t.personId)],
)

export const sessions = table(
  'sessions',
  {
    id: id('id'),
    tokenHash: text('token_hash').notNull(),
    accountId: integer('account_id')
      .notNull()
      .references(() => accounts.id, { onDelete: 'cascade' }),
    createdAt: instant('created_at').notNull(),
    expiresAt: instant('expires_at').notNull(),
  },
  (t) => [
    unique('sessions_token').on(t.tokenHash),
    index('sessions_account').on(t.accountId),
    index('sessions_expiry').on(t.expiresAt),
  ],
)

/** One-time links by which a first owner or an invited colleague chooses a password. */
export const invitations = table(
  'invitations',
  {
    id: id('id'),
    tokenHash: text('token_hash').notNull(),
    /** null: whoever holds the link becomes the first owner. */
    accountId: integer('account_id').references(() => accounts.id, { onDelete: 'cascade' }),
    createdAt: instant('created_at').notNull(),
    expiresAt: instant('expires_at').notNull(),
    usedAt: instant('used_at'),
  },
  (t) => [unique('invitations_token').on(t.tokenHash)],
)

/** Failed sign-ins, counted under keyed hashes of account, address and device; no address or name stands here in clear. */
export const attempts = table(
  'attempts',
  {
    id: id('id'),
    key: text('key').notNull(),
    failures: integer('failures').notNull(),
    lastAt: instant('last_at').notNull(),
    blockedUntil: instant('blocked_until'),
  },
  (t) => [unique('attempts_key').on(t.key), index('attempts_last').on(t.lastAt)],
)

export const media = table(
  'media',
  {
    id: id('id'),
    hash: text('hash').notNull(),
    type: text('type').$type<ImageType>().notNull(),
    bytes: integer('bytes').notNull(),
    width: integer('width').notNull(),
    height: integer('height').notNull(),
    alt: text('alt').notNull().default(''),
    credit: text('credit').notNull().default(''),
    /** The point that stays in view when the image is cropped, in thousandths of width and height. */
    focalX: integer('focal_x').notNull().default(500),
    focalY: integer('focal_y').notNull().default(500),
    /** Only sizes that exist on disk. */
    derivatives: json<Derivative[]>('derivatives').notNull(),
    createdAt: instant('created_at').notNull(),
  },
  (t) => [unique('media_hash').on(t.hash)],
)

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
    discussion: text('discussion').$type<DiscussionChoice>().notNull().default('inherit'),
    discussionClosesAt: instant('discussion_closes_at'),
    discussionCloseAfterDays: integer('discussion_close_after_days'),
    discussionChangedAt: instant('discussion_changed_at'),
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
    index('articles_following').on(t.discussion, t.state, t.publishAt, t.revisedAt, t.lastCommentAt),
    index('articles_desk').on(t.updatedAt, t.id),
    index('articles_desk_state').on(t.state, t.updatedAt, t.id),
    index('articles_desk_owner').on(t.ownerId, t.updatedAt, t.id),
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
    targetArticleId: integer('target_article_id').references(() => articles.id, { onDelete: 'set null' }),
    quote: text('quote').notNull(),
    publishAt: instant('publish_at').notNull(),
  },
  (t) => [
    index('links_article').on(t.articleId),
    index('links_target').on(t.targetArticleId, t.publishAt, t.articleId, t.position),
  ],
)

export const comments = table(
  'comments',
  {
    id: id('id'),
    articleId: integer('article_id')
      .notNull()
      .references(() => articles.id, { onDelete: 'cascade' }),
    parentId: integer('parent_id'),
    /** The first comment of its thread; null where this is it. */
    rootId: integer('root_id'),
    depth: integer('depth').notNull(),
    state: text('state').$type<CommentState>().notNull(),
    /** Published, or a tombstone above something shown. */
    shown: flag('shown').notNull(),
    /** Shown direct replies. */
    replyCount: integer('reply_count').notNull().default(0),
    /** Of a root: everything shown beneath it. */
    threadCount: integer('thread_count').notNull().default(0),
    /** The staff member who wrote it; null for guests. */
    personId: integer('person_id').references(() => people.id),
    name: text('name').notNull(),
    email: text('email').notNull().default(''),
    website: text('website').notNull().default(''),
    reasons: json<CommentReason[]>('reasons').notNull(),
    revisionId: integer('revision_id'),
    secretHash: text('secret_hash'),
    repeatHash: text('repeat_hash'),
    addressHash: text('address_hash'),
    createdAt: instant('created_at').notNull(),
    decidedAt: instant('decided_at'),
    renderedBy: integer('rendered_by').notNull(),
    source: text('source').notNull(),
    html: text('html').notNull(),
  },
  (t) => [
    index('comments_thread').on(t.articleId, t.rootId, t.shown, t.id),
    index('comments_replies').on(t.rootId, t.shown, t.id),
    index('comments_parent').on(t.parentId, t.shown, t.id),
    index('comments_queue').on(t.state, t.id),
    index('comments_article_queue').on(t.articleId, t.state, t.id),
    index('comments_article_time').on(t.articleId, t.createdAt),
    index('comments_address_time').on(t.addressHash, t.createdAt),
    index('comments_email').on(t.email, t.state),
    unique('comments_secret').on(t.secretHash),
    index('comments_repeat').on(t.articleId, t.repeatHash),
  ],
)

/** One row a key; its schema and default stand in `domain/settings.ts`. */
export const settings = table('settings', {
  key: text('key').primaryKey(),
  value: json<unknown>('value').notNull(),
  updatedAt: instant('updated_at').notNull(),
})

/** The home page, top to bottom; the shapes stand in `domain/sections.ts`. */
export const sections = table(
  'sections',
  {
    id: id('id'),
    position: integer('position').notNull(),
    kind: text('kind').notNull(),
    data: json<unknown>('data').notNull(),
  },
  (t) => [index('sections_position').on(t.position, t.id)],
)

/** Old path to new path, both root-relative. */
export const redirects = table(
  'redirects',
  {
    id: id('id'),
    fromPath: text('from_path').notNull(),
    toPath: text('to_path').notNull(),
    createdAt: instant('created_at').notNull(),
  },
  (t) => [unique('redirects_from').on(t.fromPath), index('redirects_to').on(t.toPath)],
)

export const jobs = table(
  'jobs',
  {
    id: id('id'),
    kind: text('kind').notNull(),
    payload: json<unknown>('payload').notNull(),
    dueAt: instant('due_at').notNull(),
    leasedUntil: instant('leased_until'),
    attempts: integer('attempts').notNull().default(0),
    /** At most one waiting job a key. */
    uniqueKey: text('unique_key'),
    lastError: text('last_error'),
  },
  (t) => [unique('jobs_key').on(t.uniqueKey), index('jobs_due').on(t.dueAt, t.id)],
)

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
  },
  (t) => [index('audit_subject').on(t.subject, t.id)],
)

/** What each commit changed, in order; `documents/` reads on from the last it knows. */
export const touchLog = table('touches', {
  seq: id('seq'),
  tag: text('tag').notNull(),
})
