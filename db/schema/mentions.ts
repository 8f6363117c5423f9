import { isNull } from 'drizzle-orm'
import type { CommentReason } from '@/domain/comments/reasons'
import type { GoneReason, MentionKind, MentionProtocol, MentionState } from '@/domain/mentions/states'
import { id, index, instant, integer, json, table, text, unique } from '../columns'
import { articles } from './articles'
import { accounts } from './people'

/** Pages of other sites that link to an article, a row a page. What our own articles link to stands in `links`. */
export const mentions = table(
  'mentions',
  {
    id: id('id'),
    articleId: integer('article_id')
      .notNull()
      .references(() => articles.id, { onDelete: 'cascade' }),
    /** The page that links, without a fragment, as it was sent. */
    source: text('source').notNull(),
    /** Its host, without `www.`. */
    host: text('host').notNull(),
    /** Our address as the page is said to name it. */
    target: text('target').notNull(),
    protocol: text('protocol').$type<MentionProtocol>().notNull(),
    kind: text('kind').$type<MentionKind>().notNull(),
    state: text('state').$type<MentionState>().notNull(),
    reasons: json<CommentReason[]>('reasons').notNull(),
    /** Why its link is not there, or what went wrong last. */
    failure: text('failure').$type<GoneReason | ''>().notNull().default(''),
    authorName: text('author_name').notNull().default(''),
    authorUrl: text('author_url').notNull().default(''),
    authorPhoto: text('author_photo').notNull().default(''),
    title: text('title').notNull().default(''),
    excerpt: text('excerpt').notNull().default(''),
    /** As the page dates itself. */
    publishedAt: instant('published_at'),
    receivedAt: instant('received_at').notNull(),
    /** When it was last sent. */
    askedAt: instant('asked_at').notNull(),
    /** When its link was last seen; null where nobody looked, as of what was imported. */
    verifiedAt: instant('verified_at'),
    /** Failures to reach it, one after another. */
    attempts: integer('attempts').notNull().default(0),
    decidedAt: instant('decided_at'),
    /** The keyed hash of the network that sent it; dropped with the day. */
    addressHash: text('address_hash'),
  },
  (t) => [
    unique('mentions_pair').on(t.articleId, t.source),
    index('mentions_shown').on(t.articleId, t.state, t.kind, t.receivedAt, t.id),
    index('mentions_newest').on(t.articleId, t.state, t.receivedAt, t.id),
    index('mentions_article').on(t.articleId, t.state, t.id),
    index('mentions_queue').on(t.state, t.id),
    index('mentions_age').on(t.state, t.askedAt),
    index('mentions_host').on(t.host, t.state, t.id),
    index('mentions_sources').on(t.host, t.state, t.receivedAt),
    index('mentions_host_asked').on(t.host, t.askedAt),
    index('mentions_unverified').on(t.articleId, t.state, t.id).where(isNull(t.verifiedAt)),
    index('mentions_address').on(t.addressHash, t.askedAt),
  ],
)

/** The addresses of private feeds, one an account; whoever has one reads who links to us as that account would. */
export const mentionFeeds = table(
  'mention_feeds',
  {
    id: id('id'),
    accountId: integer('account_id')
      .notNull()
      .references(() => accounts.id, { onDelete: 'cascade' }),
    keyHash: text('key_hash').notNull(),
    createdAt: instant('created_at').notNull(),
  },
  (t) => [unique('mention_feeds_account').on(t.accountId), unique('mention_feeds_key').on(t.keyHash)],
)
