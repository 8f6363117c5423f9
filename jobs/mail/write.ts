import { config } from '@/config'
import { getSite } from '@/db/settings'
import { isMailKind, type MailKind, type MailPayload, MAILS } from '@/domain/mail/kinds'
import type { Message, Sender } from '@/domain/mail/message'
import { testMessage } from '@/domain/mail/test-message'

/** What a message is written with. */
type Desk = { sender: Sender }

/** null: what it was about is gone, and there is nothing to say. */
type Writer<K extends MailKind> = (payload: MailPayload<K>, desk: Desk) => Promise<Message | null>

const WRITERS: { [K in MailKind]: Writer<K> } = {
  test: async (_, { sender }) => testMessage(sender),
}

export async function getSender(): Promise<Sender> {
  const { name, address, phone, email } = await getSite()
  return { name, address, phone, email, siteUrl: config().siteUrl }
}

const writeAs = <K extends MailKind>(kind: K, payload: unknown, desk: Desk) =>
  WRITERS[kind](MAILS[kind].parse(payload), desk)

/** A message as it stands now; null where there is nothing more to say. */
export async function write({ kind, payload }: { kind: string; payload: unknown }): Promise<Message | null> {
  return isMailKind(kind) ? writeAs(kind, payload, { sender: await getSender() }) : null
}

/** As `write`, for those who look after the site; one that cannot be written any more is none. */
export const preview = (mail: { kind: string; payload: unknown }): Promise<Message | null> =>
  write(mail).catch(() => null)
