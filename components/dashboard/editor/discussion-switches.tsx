'use client'

import { NativeSelect } from '@mantine/core'
import { useRouter } from 'next/navigation'
import { useState, useTransition } from 'react'
import type { EditView } from '@/db/desk'
import { DISCUSSION_KINDS, type DiscussionKind, TAKINGS } from '@/domain/discussion/choices'
import { KIND_NAMES, TAKING_NAMES, takingsOf } from '@/domain/discussion/takings'
import { setSwitches } from './desk'
import styles from './discussion.module.css'
import { Said, type Saying, sayingOf } from './said'
import { Section } from './section'
import type { Site } from './site'

type Props = { article: Pick<EditView, 'id' | 'discussion' | 'actions'>; site: Site }

/** What is taken of each kind, where it differs from the site's habit; saved at once. */
export function DiscussionSwitches({ article: { id, discussion, actions }, site }: Props) {
  const router = useRouter()
  const { facts } = discussion
  const [said, setSaid] = useState<Saying | null>(null)
  const [isPending, startTransition] = useTransition()
  const values = {
    threads: facts.discussionThreads,
    replies: facts.discussionReplies,
    mentions: facts.discussionMentions,
  }
  const set = (kind: DiscussionKind, value: string) =>
    startTransition(async () => {
      const taking = TAKINGS.find((each) => each === value) ?? null
      const result = await setSwitches(id, { ...values, [kind]: taking })
      setSaid(result.kind === 'done' ? { tone: 'done', text: 'Saved.' } : sayingOf(result))
      router.refresh()
    })
  return (
    <Section title="What the discussion takes">
      {DISCUSSION_KINDS.map((kind) => (
        <NativeSelect
          key={kind}
          label={KIND_NAMES[kind]}
          disabled={actions['set-discussion'] !== null || isPending}
          value={values[kind] ?? ''}
          data={[
            { value: '', label: `As the site: ${TAKING_NAMES[kind][site.policy[kind]].toLowerCase()}` },
            ...takingsOf(kind, values[kind]).map((value) => ({ value, label: TAKING_NAMES[kind][value] })),
          ]}
          onChange={(event) => set(kind, event.currentTarget.value)}
        />
      ))}
      <p className={styles.hint}>Closing by hand closes everything, replies too.</p>
      <Said saying={said} />
    </Section>
  )
}
