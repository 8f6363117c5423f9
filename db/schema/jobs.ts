import { id, index, instant, integer, json, table, text, unique } from '../columns'

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
