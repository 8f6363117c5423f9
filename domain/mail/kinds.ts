import { z } from 'zod'

/** What is sent by mail, and what each kind carries: ids, so that what was erased meanwhile is sent to nobody. */
export const MAILS = {
  test: z.object({}),
} as const satisfies Record<string, z.ZodType>

export type MailKind = keyof typeof MAILS
export type MailPayload<K extends MailKind> = z.infer<(typeof MAILS)[K]>

export const isMailKind = (kind: string): kind is MailKind => Object.hasOwn(MAILS, kind)

export const MAIL_NAMES: Record<MailKind, string> = {
  test: 'A test',
}
