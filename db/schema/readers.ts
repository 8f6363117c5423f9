import { id, index, instant, integer, table, text, unique } from '../columns'
import { comments } from './comments'
import { accounts } from './people'

/** People who have confirmed an address; it is written in small letters. */
export const readers = table(
  'readers',
  {
    id: id('id'),
    email: text('email').notNull(),
    confirmedAt: instant('confirmed_at').notNull(),
    /** When replies were last told. */
    toldAt: instant('told_at'),
  },
  (t) => [unique('readers_email').on(t.email)],
)

/** The browsers in which a reader has confirmed the address. */
export const readerSessions = table(
  'reader_sessions',
  {
    id: id('id'),
    tokenHash: text('token_hash').notNull(),
    readerId: integer('reader_id')
      .notNull()
      .references(() => readers.id, { onDelete: 'cascade' }),
    createdAt: instant('created_at').notNull(),
    expiresAt: instant('expires_at').notNull(),
  },
  (t) => [
    unique('reader_sessions_token').on(t.tokenHash),
    index('reader_sessions_reader').on(t.readerId),
    index('reader_sessions_expiry').on(t.expiresAt),
  ],
)

/** Links that were mailed to an address which somebody had typed; the link itself is made from the id when it is sent. */
export const confirmations = table(
  'confirmations',
  {
    id: id('id'),
    email: text('email').notNull(),
    /** The comment that was written under the address; null where a person asked for their data. */
    commentId: integer('comment_id').references(() => comments.id, { onDelete: 'cascade' }),
    /** The network from which it was asked for. */
    addressHash: text('address_hash'),
    /** Where the mail ends up, and the host that takes it, for counting (`mailboxOf`). */
    mailbox: text('mailbox'),
    mailHost: text('mail_host'),
    createdAt: instant('created_at').notNull(),
    expiresAt: instant('expires_at').notNull(),
    usedAt: instant('used_at'),
  },
  (t) => [
    index('confirmations_email').on(t.email, t.createdAt),
    index('confirmations_mailbox').on(t.mailbox, t.createdAt),
    index('confirmations_host').on(t.mailHost, t.createdAt),
    index('confirmations_address').on(t.addressHash, t.createdAt),
    index('confirmations_comment').on(t.commentId, t.id),
    index('confirmations_expiry').on(t.expiresAt),
  ],
)

/** Authors who want to be told of replies to a comment of theirs. */
export const subscriptions = table(
  'subscriptions',
  {
    id: id('id'),
    commentId: integer('comment_id')
      .notNull()
      .references(() => comments.id, { onDelete: 'cascade' }),
    /** null until the address is confirmed. */
    readerId: integer('reader_id').references(() => readers.id, { onDelete: 'cascade' }),
    createdAt: instant('created_at').notNull(),
  },
  (t) => [unique('subscriptions_comment').on(t.commentId), index('subscriptions_reader').on(t.readerId)],
)

/** Replies that a reader is to be told of, or was. */
export const notices = table(
  'notices',
  {
    id: id('id'),
    readerId: integer('reader_id')
      .notNull()
      .references(() => readers.id, { onDelete: 'cascade' }),
    /** The reply. */
    commentId: integer('comment_id')
      .notNull()
      .references(() => comments.id, { onDelete: 'cascade' }),
    toldAt: instant('told_at'),
  },
  (t) => [
    unique('notices_pair').on(t.readerId, t.commentId),
    index('notices_waiting').on(t.readerId, t.toldAt, t.id),
    index('notices_told').on(t.toldAt),
  ],
)

/** What an author says against a decision about a comment; once. */
export const appeals = table(
  'appeals',
  {
    id: id('id'),
    commentId: integer('comment_id')
      .notNull()
      .references(() => comments.id, { onDelete: 'cascade' }),
    text: text('text').notNull(),
    addressHash: text('address_hash'),
    createdAt: instant('created_at').notNull(),
  },
  (t) => [unique('appeals_comment').on(t.commentId), index('appeals_address').on(t.addressHash, t.createdAt)],
)

/** What a comment said before its author changed it. */
export const commentVersions = table(
  'comment_versions',
  {
    id: id('id'),
    commentId: integer('comment_id')
      .notNull()
      .references(() => comments.id, { onDelete: 'cascade' }),
    source: text('source').notNull(),
    replacedAt: instant('replaced_at').notNull(),
  },
  (t) => [index('comment_versions_comment').on(t.commentId, t.id)],
)

/** Kinds of mail that a member of staff does not want. */
export const declinedMails = table(
  'declined_mails',
  {
    id: id('id'),
    accountId: integer('account_id')
      .notNull()
      .references(() => accounts.id, { onDelete: 'cascade' }),
    kind: text('kind').notNull(),
  },
  (t) => [unique('declined_mails_pair').on(t.accountId, t.kind)],
)
