'use client'

import { NativeSelect } from '@mantine/core'
import { useRouter } from 'next/navigation'
import { useState, useTransition } from 'react'
import type { EditView } from '@/db/desk'
import { type Showing, SHOWINGS } from '@/domain/score/showing'
import { setBadge } from './desk'
import { Said, type Saying, sayingOf } from './said'
import { Section } from './section'
import type { Site } from './site'

const NAMES: Record<Showing, string> = { show: 'Show the score', hide: 'Hide the score' }

type Props = { article: Pick<EditView, 'id' | 'scoreShowing' | 'actions'>; site: Site }

/** Whether readers see the score of this article, where it differs from the site; saved at once. */
export function BadgeChoice({ article: { id, scoreShowing, actions }, site }: Props) {
  const router = useRouter()
  const [said, setSaid] = useState<Saying | null>(null)
  const [isPending, startTransition] = useTransition()
  const set = (value: string) =>
    startTransition(async () => {
      const result = await setBadge(id, SHOWINGS.find((each) => each === value) ?? null)
      setSaid(result.kind === 'done' ? { tone: 'done', text: 'Saved.' } : sayingOf(result))
      router.refresh()
    })
  return (
    <Section title="What readers see of the score">
      <NativeSelect
        label="Badge"
        disabled={actions['set-badge'] !== null || isPending}
        value={scoreShowing ?? ''}
        data={[
          { value: '', label: `As the site: ${site.badge === 'on' ? 'shown' : 'hidden'}` },
          ...SHOWINGS.map((showing) => ({ value: showing, label: NAMES[showing] })),
        ]}
        onChange={(event) => set(event.currentTarget.value)}
      />
      <Said saying={said} />
    </Section>
  )
}
