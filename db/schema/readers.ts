import { id, index, instant, integer, table, text, unique } from '../columns'

/** People who have confirmed an address; it is written in small letters. */
export const readers = table(
  'readers',
  {
    id: id('id'),
    email: text('email').notNull(),
    confirmedAt: instant('confirmed_at').notNull(),
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
