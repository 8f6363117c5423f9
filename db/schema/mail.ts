import type { MailState } from '@/domain/mail/delivery'
import { id, index, instant, integer, json, table, text, unique } from '../columns'

/** What is to be sent, was sent, or could not be. The text is made when it is sent: secret links stand nowhere here. */
export const mails = table(
  'mails',
  {
    id: id('id'),
    /** What causes it, so that nothing is sent twice. */
    uniqueKey: text('unique_key').notNull(),
    kind: text('kind').notNull(),
    payload: json<unknown>('payload').notNull(),
    recipient: text('recipient').notNull(),
    state: text('state').$type<MailState>().notNull(),
    createdAt: instant('created_at').notNull(),
    dueAt: instant('due_at').notNull(),
    /** After it the message would say what no longer holds. */
    expiresAt: instant('expires_at'),
    /** While it is being sent: until when nobody else takes it. */
    leasedUntil: instant('leased_until'),
    tries: integer('tries').notNull().default(0),
    sentAt: instant('sent_at'),
    lastError: text('last_error').notNull().default(''),
  },
  (t) => [
    unique('mails_key').on(t.uniqueKey),
    index('mails_due').on(t.state, t.dueAt, t.id),
    index('mails_state').on(t.state, t.id),
    index('mails_created').on(t.createdAt),
    index('mails_recipient').on(t.recipient),
    index('mails_kind').on(t.kind, t.createdAt),
  ],
)
