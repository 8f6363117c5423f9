import type { BanKind } from '@/domain/moderation/bans'
import type { ListName } from '@/domain/moderation/findings'
import type { ReportReason } from '@/domain/moderation/reports'
import type { Model } from '@/domain/moderation/learned'
import { flag, id, index, instant, integer, json, table, text, unique } from '../columns'
import { comments } from './comments'

/** Lists of words and hosts, as staff typed them, comments and all. */
export const lists = table('lists', {
  name: text('name').$type<ListName>().primaryKey(),
  source: text('source').notNull(),
  updatedAt: instant('updated_at').notNull(),
})

/** Who may not take part, until when and why. */
export const bans = table(
  'bans',
  {
    id: id('id'),
    kind: text('kind').$type<BanKind>().notNull(),
    /** Folded; `*` stands for anything. Of a network the keyed hash of the day. */
    pattern: text('pattern').notNull(),
    reason: text('reason').notNull(),
    /** The name at the time. */
    by: text('by').notNull(),
    createdAt: instant('created_at').notNull(),
    endsAt: instant('ends_at').notNull(),
  },
  (t) => [unique('bans_pattern').on(t.kind, t.pattern), index('bans_end').on(t.endsAt, t.id)],
)

/** A row a part of the rules, which grows with every change: by it, whoever holds them compiled knows that they hold. */
export const rulesVersion = table('rules_version', {
  id: integer('id').primaryKey(),
  version: integer('version').notNull(),
})

/** One row: what the decisions of moderators taught. */
export const learned = table('learned', {
  id: integer('id').primaryKey(),
  model: json<Model>('model').notNull(),
  learnedAt: instant('learned_at').notNull(),
})

/** Work of browsers that has counted for a comment, as long as it could be brought again. */
export const spentProofs = table(
  'spent_proofs',
  { id: text('id').primaryKey(), begunAt: instant('begun_at').notNull() },
  (t) => [index('spent_proofs_begun').on(t.begunAt)],
)

/** What readers have against a comment. */
export const reports = table(
  'reports',
  {
    id: id('id'),
    commentId: integer('comment_id')
      .notNull()
      .references(() => comments.id, { onDelete: 'cascade' }),
    /** The keyed hash of a network, of which each reports a comment once; dropped with the day. */
    addressHash: text('address_hash'),
    reason: text('reason').$type<ReportReason>().notNull(),
    text: text('text').notNull(),
    /** Nobody of the staff has decided about the comment or dismissed it since. */
    open: flag('open').notNull(),
    createdAt: instant('created_at').notNull(),
    /** When it was one too many, and its comment held; null for all others. */
    heldAt: instant('held_at'),
  },
  (t) => [
    index('reports_held').on(t.open, t.heldAt),
    unique('reports_once').on(t.commentId, t.addressHash),
    index('reports_open').on(t.open, t.commentId),
    index('reports_address_time').on(t.addressHash, t.createdAt),
  ],
)
