import type { Metadata, Route } from 'next'
import { z } from 'zod'
import { requireStaff } from '@/auth/guard'
import { AskButton } from '@/components/dashboard/desk/ask-button'
import { Nothing } from '@/components/dashboard/desk/nothing'
import { Notice } from '@/components/dashboard/desk/notice'
import list from '@/components/dashboard/desk/outgoing.module.css'
import { Pager } from '@/components/dashboard/desk/pager'
import { Screen } from '@/components/dashboard/desk/screen'
import { Tabs } from '@/components/dashboard/desk/tabs'
import { MailList } from '@/components/dashboard/mail/list'
import { config } from '@/config'
import { countMails, listMails } from '@/db/mails'
import { getSite } from '@/db/settings'
import { MAIL_STATES, type MailState } from '@/domain/mail/delivery'
import { preview } from '@/jobs/mail/write'
import { sendAgain, sendTest } from './actions'

export const metadata: Metadata = { title: 'Mail' }

const querySchema = z.object({
  state: z.enum(MAIL_STATES).catch('waiting'),
  after: z.string().max(200).optional().catch(undefined),
})

const LABELS: Record<MailState, string> = { waiting: 'Waiting', sent: 'Sent', failed: 'Failed' }

const EMPTY: Record<MailState, string> = {
  waiting: 'No message waits to be sent',
  sent: 'Nothing was sent within a month',
  failed: 'Nothing failed within a month',
}

function addressOf(state: MailState, after?: string): Route {
  const set = [...(state === 'waiting' ? [] : [['state', state]]), ...(after ? [['after', after]] : [])]
  return set.length > 0 ? `/dashboard/mail?${new URLSearchParams(set)}` : '/dashboard/mail'
}

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> }

export default async function MailPage({ searchParams }: Props) {
  const actor = await requireStaff('set-site')
  const { state, after } = querySchema.parse(await searchParams)
  const now = new Date()
  const { timeZone } = await getSite()
  const { items, next } = await listMails(actor, { state, after })
  const counts = await countMails(actor)
  const previews = await Promise.all(items.map((mail) => preview(mail)))
  return (
    <Screen
      title="Mail"
      note="What the site writes to readers and staff. It is kept for 30 days."
      begin={
        <div className={list.again}>
          <AskButton command={sendTest}>Send me a test</AskButton>
        </div>
      }
    >
      {!config().smtpUrl && (
        <Notice>
          <strong>This site sends no mail yet.</strong> Messages wait here until it is started with a mail
          server in <code>SMTP_URL</code>, such as <code>smtps://user:password@mail.example.com</code>.
        </Notice>
      )}
      <Tabs
        label="Messages by state"
        tabs={MAIL_STATES.map((each) => ({
          label: LABELS[each],
          href: addressOf(each),
          count: counts[each],
          current: each === state,
        }))}
      />
      {items.length === 0 ? (
        <Nothing title={after ? 'This page is empty now' : EMPTY[state]} />
      ) : (
        <MailList
          label={LABELS[state]}
          mails={items.map((mail, index) => ({ ...mail, message: previews[index] ?? null }))}
          clock={{ now, timeZone }}
          sends={config().smtpUrl !== undefined}
          sendAgain={sendAgain}
        />
      )}
      <Pager first={after ? addressOf(state) : null} next={next ? addressOf(state, next) : null} />
    </Screen>
  )
}
