'use client'

import { NativeSelect } from '@mantine/core'
import { useRouter } from 'next/navigation'
import { useState, useTransition } from 'react'
import type { EditView } from '@/db/desk'
import { DISCUSSION_MODES } from '@/domain/discussion/choices'
import { MODE_NAMES } from '@/domain/discussion/mode-words'
import { setMode } from './desk'
import { Said, type Saying, sayingOf } from './said'
import { Section } from './section'
import type { Site } from './site'

type Props = { article: Pick<EditView, 'id' | 'discussion' | 'actions'>; site: Site }

/** How comments of guests are let in under this article, where it differs from the site; saved at once. */
export function DiscussionModeChoice({ article: { id, discussion, actions }, site }: Props) {
  const router = useRouter()
  const [said, setSaid] = useState<Saying | null>(null)
  const [isPending, startTransition] = useTransition()
  const set = (value: string) =>
    startTransition(async () => {
      const mode = DISCUSSION_MODES.find((each) => each === value) ?? null
      const result = await setMode(id, mode)
      setSaid(result.kind === 'done' ? { tone: 'done', text: 'Saved.' } : sayingOf(result))
      router.refresh()
    })
  return (
    <Section title="How comments are let in">
      <NativeSelect
        label="New comments"
        disabled={actions['set-discussion'] !== null || isPending}
        value={discussion.mode ?? ''}
        data={[
          { value: '', label: `As the site: ${MODE_NAMES[site.mode].toLowerCase()}` },
          ...DISCUSSION_MODES.map((mode) => ({ value: mode, label: MODE_NAMES[mode] })),
        ]}
        onChange={(event) => set(event.currentTarget.value)}
      />
      <Said saying={said} />
    </Section>
  )
}
