import type { LinkState } from '@/domain/link-states'
import { id, index, instant, integer, table, text, unique } from '../columns'

/** Addresses elsewhere that articles and drafts link to, and what became of them when somebody last looked. */
export const outsideLinks = table(
  'outside_links',
  {
    id: id('id'),
    href: text('href').notNull(),
    host: text('host').notNull(),
    state: text('state').$type<LinkState>().notNull().default('unknown'),
    /** Where it has moved. */
    movedTo: text('moved_to').notNull().default(''),
    checkedAt: instant('checked_at'),
    /** Looks since the last that came to something. */
    looks: integer('looks').notNull().default(0),
    dueAt: instant('due_at').notNull(),
    leasedUntil: instant('leased_until'),
    /** When an article or a draft was last saved with it. */
    wantedAt: instant('wanted_at').notNull(),
  },
  (t) => [unique('outside_links_href').on(t.href), index('outside_links_due').on(t.dueAt, t.id)],
)
