import type { Role } from '@/domain/roles'
import { id, index, instant, integer, table, text, unique } from '../columns'
import { media } from './media'

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
