import { id, index, instant, integer, json, table, text } from '../columns'
import { accounts } from './people'

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
