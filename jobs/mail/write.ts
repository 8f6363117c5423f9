import { config } from '@/config'
import { seal } from '@/secret'
import * as confirmations from '@/db/confirmations'
import { listTold as listClosings } from '@/db/digests'
import { countWaiting, listTold, listWaiting } from '@/db/mail-facts'
import { getAddress } from '@/db/personal-data'
import { getSite } from '@/db/settings'
import { articlePath } from '@/domain/articles'
import { countInWords } from '@/domain/counting'
import { formatDateTime } from '@/domain/dates'
import { closedMessage } from '@/domain/mail/closed'
import { heldMessage } from '@/domain/mail/held'
import { commentPath } from '@/domain/comments/paths'
import { confirmMessage } from '@/domain/mail/confirm'
import { dataMessage } from '@/domain/mail/data'
import { confirmPath, dataPath, unsubscribePath } from '@/domain/mail/paths'
import { listText, type MailList } from '@/domain/mail/lists'
import { isMailKind, type MailKind, type MailPayload, MAILS } from '@/domain/mail/kinds'
import type { Message, Sender } from '@/domain/mail/message'
import { repliesMessage } from '@/domain/mail/replies'
import { testMessage } from '@/domain/mail/test-message'

/** What a message is written with: who writes, whole addresses, and tokens that only the mailbox is to learn. */
type Desk = {
  sender: Sender
  timeZone: string
  absolute: (path: string) => string
  token: typeof seal
  /** Where one ends such mail. */
  ends: (list: MailList) => string
}

/** null: what it was about is gone, and there is nothing to say. */
type Writer<K extends MailKind> = (payload: MailPayload<K>, desk: Desk) => Promise<Message | null>

const WRITERS: { [K in MailKind]: Writer<K> } = {
  test: async (_, { sender }) => testMessage(sender),
  confirm: async ({ confirmationId }, { sender, absolute, token }) => {
    const asked = await confirmations.get(confirmationId, new Date())
    if (asked?.state !== 'open') return null
    const link = absolute(confirmPath(token('confirm', String(confirmationId))))
    return confirmMessage(sender, { title: asked.comment.article.title, link })
  },
  'your-data': async ({ confirmationId }, { sender, absolute, token }) =>
    (await getAddress(confirmationId, new Date()))
      ? dataMessage(sender, absolute(dataPath(token('data', String(confirmationId)))))
      : null,
  held: async ({ accountId }, { sender, absolute, ends }) =>
    heldMessage(sender, {
      count: countInWords(await countWaiting()),
      newest: await listWaiting(),
      queue: absolute('/dashboard/discussion'),
      unsubscribe: ends({ kind: 'held', id: accountId }),
    }),
  closed: async ({ accountId, closings }, { sender, timeZone, absolute, ends }) => {
    const discussions = await listClosings(closings, new Date())
    return closedMessage(sender, {
      discussions: discussions.map(({ slug, closedAt, questions, ...went }) => ({
        ...went,
        closed: formatDateTime(closedAt, timeZone),
        link: absolute(articlePath(slug)),
        questions: questions.map(({ id, ...asked }) => ({ ...asked, link: absolute(commentPath(slug, id)) })),
      })),
      count: closings.length,
      list: absolute('/dashboard/discussion/closed'),
      unsubscribe: ends({ kind: 'closed', id: accountId }),
    })
  },
  replies: async ({ readerId, commentIds, count }, { sender, absolute, ends }) => {
    const told = await listTold(readerId, commentIds)
    return repliesMessage(sender, {
      replies: told.map(({ slug, id, ...reply }) => ({ ...reply, link: absolute(commentPath(slug, id)) })),
      // those that were taken down since are told no more
      count: count - commentIds.length + told.length,
      unsubscribe: ends({ kind: 'replies', id: readerId }),
    })
  },
}

export async function getSender(): Promise<Sender> {
  const { name, address, phone, email } = await getSite()
  return { name, address, phone, email, siteUrl: config().siteUrl }
}

const writeAs = <K extends MailKind>(kind: K, payload: unknown, desk: Desk) =>
  WRITERS[kind](MAILS[kind].parse(payload) as MailPayload<K>, desk)

type Kept = { kind: string; payload: unknown }

/** A message as it stands now; null where there is nothing more to say. */
export async function write({ kind, payload }: Kept, token = seal): Promise<Message | null> {
  const sender = await getSender()
  const absolute = (path: string) => new URL(path, sender.siteUrl).href
  if (!isMailKind(kind)) throw new Error(`This version writes no mail of the kind ${kind}`)
  const ends = (list: MailList) => absolute(unsubscribePath(token('unsubscribe', listText(list))))
  const { timeZone } = await getSite()
  return writeAs(kind, payload, { sender, timeZone, absolute, token, ends })
}

/** As `write`, for those who look after the site: with a link that opens nothing; what cannot be written is none. */
export const preview = (kept: Kept): Promise<Message | null> => write(kept, () => 'SECRET').catch(() => null)
