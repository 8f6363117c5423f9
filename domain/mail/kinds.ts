import { z } from 'zod'

const id = z.int().positive()

/** What is sent by mail, and what each kind carries: ids, so that what was erased meanwhile is sent to nobody. */
export const MAILS = {
  test: z.object({}),
  confirm: z.object({ confirmationId: id }),
  'your-data': z.object({ confirmationId: id }),
  held: z.object({ accountId: id }),
  closed: z.object({ accountId: id, closings: z.array(z.object({ articleId: id, closedAt: z.int() })) }),
  replies: z.object({ readerId: id, commentIds: z.array(id), count: z.int() }),
} as const satisfies Record<string, z.ZodType>

export type MailKind = keyof typeof MAILS
export type MailPayload<K extends MailKind> = z.infer<(typeof MAILS)[K]>

export const isMailKind = (kind: string): kind is MailKind => Object.hasOwn(MAILS, kind)

export const MAIL_NAMES: Record<MailKind, string> = {
  test: 'A test',
  confirm: 'Confirming an address',
  replies: 'New replies',
  'your-data': 'A link to one’s data',
  held: 'Comments that wait',
  closed: 'Discussions that closed',
}
