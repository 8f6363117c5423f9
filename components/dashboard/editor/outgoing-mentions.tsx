'use client'

import { UnstyledButton, VisuallyHidden } from '@mantine/core'
import { useRouter } from 'next/navigation'
import { useEffect } from 'react'
import { useAsk } from '@/components/dashboard/desk/use-ask'
import { SendingOff } from '@/components/dashboard/mentions/sending-off'
import type { EditView } from '@/db/desk'
import { formatNearTime } from '@/domain/dates'
import { mayBeSentAgain } from '@/domain/mentions/sending'
import { SEND_AGAIN_REFUSALS, sendingInWords } from '@/domain/mentions/sending-words'
import { sendMentionAgain, UNREACHED } from './desk'
import styles from './outgoing-mentions.module.css'
import { Section } from './section'
import type { Site } from './site'

type Props = {
  article: Pick<EditView, 'id' | 'outgoing'>
  site: Pick<Site, 'sending'>
  clock: { now: Date; siteZone: string }
}

// what is sent at once is mostly answered by then; later looks are left to the reader of this page
const LOOKS_MS = [1_500, 4_000, 10_000]

/** What other sites were told of the links of this article. */
export function OutgoingMentions({ article: { id, outgoing }, site, clock: { now, siteZone } }: Props) {
  const router = useRouter()
  const { isOn, isStaging } = site.sending
  const waits =
    isOn && !isStaging && outgoing.some(({ dueAt, tries }) => dueAt && dueAt <= now && tries === 0)
  useEffect(() => {
    const looks = waits ? LOOKS_MS.map((ms) => setTimeout(() => router.refresh(), ms)) : []
    return () => looks.forEach(clearTimeout)
  }, [waits, router])
  if (outgoing.length === 0) return null
  const again = async (mentionId: number) => {
    const result = await sendMentionAgain(id, mentionId)
    router.refresh()
    if (result.kind === 'done') return 'It waits to be sent.'
    if (result.kind === 'refused') return SEND_AGAIN_REFUSALS[result.reason]
    return result.kind === 'missing' ? SEND_AGAIN_REFUSALS.missing : UNREACHED[result.kind]
  }
  return (
    <Section title="Mentions of other sites">
      <SendingOff {...site.sending} />
      <ul className={styles.list} aria-label="Mentions of other sites">
        {outgoing.map((mention) => (
          <li key={mention.id} data-state={mention.state}>
            <a href={mention.target} target="_blank" rel="noreferrer nofollow" dir="ltr">
              {mention.target.replace(/^https?:\/\//, '')}
            </a>
            <p>{sendingInWords(mention, now, (instant) => formatNearTime(instant, now, siteZone))}</p>
            {mayBeSentAgain(mention) && mention.tries + Number(mention.state !== 'due') > 0 && (
              <SendAgain target={mention.target} command={() => again(mention.id)} />
            )}
          </li>
        ))}
      </ul>
    </Section>
  )
}

function SendAgain({ target, command }: { target: string; command: () => Promise<string> }) {
  const { said, isPending, ask } = useAsk()
  return (
    <>
      <UnstyledButton className={styles.again} disabled={isPending} onClick={() => ask(command)}>
        Send again<VisuallyHidden>: {target}</VisuallyHidden>
      </UnstyledButton>
      <p role="status">{said}</p>
    </>
  )
}
