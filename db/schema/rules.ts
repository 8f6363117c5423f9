import type { BanKind } from '@/domain/moderation/bans'
import type { ListName } from '@/domain/moderation/findings'
import { id, index, instant, integer, table, text, unique } from '../columns'

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

/** One row. It grows with every change of a list or a ban: by it, whoever holds them compiled knows that they still hold. */
export const rulesVersion = table('rules_version', {
  id: integer('id').primaryKey(),
  version: integer('version').notNull(),
})
