import type { Message, Sender } from './message'
import { oneLine } from './message'

type Posted = { id: number; to: string; createdAt: Date }

/** A message as nodemailer takes it: from whom, to whom, and what programs should know of it. */
export type Envelope = {
  from: { name: string; address: string }
  to: { name: string; address: string }
  subject: string
  text: string
  messageId: string
  date: Date
  headers: Record<string, string>
}

export function envelopeOf(message: Message, sender: Sender, { id, to, createdAt }: Posted): Envelope {
  const { hostname } = sender.siteUrl
  const { subject, text, unsubscribe } = message
  return {
    from: { name: oneLine(sender.name), address: sender.email || `no-reply@${mailHost(hostname)}` },
    to: { name: '', address: to },
    subject,
    text,
    // the same for every try, so that a message which arrives twice is one to its reader
    messageId: `<${createdAt.getTime().toString(36)}.${id}@${mailHost(hostname)}>`,
    date: createdAt,
    headers: {
      // RFC 3834, and what Exchange understands: no holiday notes in answer
      'Auto-Submitted': 'auto-generated',
      'X-Auto-Response-Suppress': 'All',
      ...(unsubscribe && {
        // RFC 8058: mail programs post there, people come to the page above it
        'List-Unsubscribe': `<${unsubscribe}/one-click>`,
        'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
      }),
    },
  }
}

/** What may stand behind the @: a name, or an address of the network in brackets. */
function mailHost(hostname: string): string {
  if (hostname.startsWith('[')) return `[IPv6:${hostname.slice(1, -1)}]`
  return /^[\d.]+$/.test(hostname) ? `[${hostname}]` : hostname
}
