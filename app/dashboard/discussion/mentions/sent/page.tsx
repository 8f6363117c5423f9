import type { Metadata, Route } from 'next'
import Link from 'next/link'
import { z } from 'zod'
import { requireStaff } from '@/auth/guard'
import { Nothing } from '@/components/dashboard/desk/nothing'
import { Pager } from '@/components/dashboard/desk/pager'
import { Screen } from '@/components/dashboard/desk/screen'
import { Tabs } from '@/components/dashboard/desk/tabs'
import { SendingOff } from '@/components/dashboard/mentions/sending-off'
import { SentList } from '@/components/dashboard/mentions/sent-list'
import { countOutgoing, listOutgoing } from '@/db/outgoing-lists'
import { getSending, getSite } from '@/db/settings'
import { SENDING_STATES, type SendingState } from '@/domain/mentions/sending'
import { SENDING_LABELS } from '@/domain/mentions/sending-words'
import { sendAgain } from './actions'

export const metadata: Metadata = { title: 'Mentions sent' }

const PATH = '/dashboard/discussion/mentions/sent'

const querySchema = z.object({
  state: z.enum(SENDING_STATES).catch('due'),
  after: z.string().max(200).optional().catch(undefined),
})

const EMPTY: Record<SendingState, string> = {
  due: 'Nothing waits to be sent',
  sent: 'Nothing was sent yet',
  none: 'Every site that was asked takes mentions',
  failed: 'Nothing failed',
  gone: 'No link was taken away',
}

function addressOf(state: SendingState, after?: string): Route {
  const set = [...(state === 'due' ? [] : [['state', state]]), ...(after ? [['after', after]] : [])]
  return set.length > 0 ? `${PATH}?${new URLSearchParams(set)}` : PATH
}

export default async function SentPage({ searchParams }: PageProps<'/dashboard/discussion/mentions/sent'>) {
  const actor = await requireStaff('moderate')
  const { state, after } = querySchema.parse(await searchParams)
  const now = new Date()
  const { timeZone } = await getSite()
  const { items, next } = await listOutgoing(actor, { state, after })
  const counts = await countOutgoing(actor)
  return (
    <Screen
      title="Mentions sent"
      note={
        <>
          Sites that our articles link to are told so, when an article appears, changes or goes.{' '}
          <Link href="/dashboard/discussion/mentions">Mentions received</Link>
        </>
      }
    >
      <SendingOff {...await getSending()} />
      <Tabs
        label="Mentions by state"
        tabs={SENDING_STATES.map((each) => ({
          label: SENDING_LABELS[each],
          href: addressOf(each),
          count: counts[each],
          current: each === state,
        }))}
      />
      {items.length === 0 ? (
        <Nothing title={after ? 'This page is empty now' : EMPTY[state]} />
      ) : (
        <SentList
          label={SENDING_LABELS[state]}
          mentions={items}
          clock={{ now, timeZone }}
          sendAgain={sendAgain}
        />
      )}
      <Pager first={after ? addressOf(state) : null} next={next ? addressOf(state, next) : null} />
    </Screen>
  )
}
