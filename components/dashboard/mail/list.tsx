import { AskButton } from '@/components/dashboard/desk/ask-button'
import list from '@/components/dashboard/desk/outgoing.module.css'
import type { MailRow } from '@/db/mails'
import { formatNearTime } from '@/domain/dates'
import { isMailKind, MAIL_NAMES } from '@/domain/mail/kinds'
import type { Message } from '@/domain/mail/message'
import styles from './mail.module.css'

/** `message`: as it would be written now, its secret links left out; null where there is nothing more to say. */
type Mail = MailRow & { message: Message | null }
type Clock = { now: Date; timeZone: string }
type Props = {
  label: string
  mails: Mail[]
  clock: Clock
  /** There is a mail server. */
  sends: boolean
  /** Gives what became of it, in words. */
  sendAgain: (mailId: number) => Promise<string>
}

export function MailList({ label, mails, clock, sends, sendAgain }: Props) {
  return (
    <ol className={list.list} aria-label={label}>
      {mails.map((mail) => (
        <li key={mail.id} className={`${list.row} ${styles.mail}`}>
          <div className={list.what}>
            <h2 dir="auto">{mail.message?.subject ?? nameOf(mail)}</h2>
            <p>
              {nameOf(mail)} · to <bdi>{mail.recipient}</bdi>
            </p>
            {mail.lastError && (
              <p className={styles.error} dir="auto">
                {mail.lastError}
              </p>
            )}
            {mail.message && (
              <details>
                <summary>Text, as it reads now</summary>
                <pre dir="auto">{mail.message.text}</pre>
              </details>
            )}
          </div>
          <p className={styles.when}>{stateOf(mail, clock)}</p>
          {(sends || mail.state !== 'waiting') && (
            <div className={list.again}>
              <AskButton command={sendAgain.bind(null, mail.id)}>
                {mail.state === 'waiting' ? 'Send now' : 'Send again'}
              </AskButton>
            </div>
          )}
        </li>
      ))}
    </ol>
  )
}

const nameOf = ({ kind }: Mail) => (isMailKind(kind) ? MAIL_NAMES[kind] : kind)

const tried = (tries: number) => (tries === 1 ? 'tried once' : `tried ${tries} times`)

function stateOf({ state, createdAt, dueAt, sentAt, tries }: Mail, { now, timeZone }: Clock): string {
  const at = (instant: Date) => formatNearTime(instant, now, timeZone)
  if (state === 'sent') return `Sent ${at(sentAt ?? createdAt)}`
  if (state === 'failed')
    return `Given up, ${tries === 0 ? 'never tried' : tried(tries)}. Written ${at(createdAt)}`
  const next = dueAt > now ? `, next try ${at(dueAt)}` : ''
  return `Waits since ${at(createdAt)}${tries === 0 ? '' : `, ${tried(tries)}`}${next}`
}
