'use client'

import { Textarea } from '@mantine/core'
import { useRouter } from 'next/navigation'
import { useState, useTransition } from 'react'
import { BusyButton } from '@/components/dashboard/desk/busy-button'
import type { EditView } from '@/db/desk'
import { setNote } from './desk'
import { Said, type Saying, sayingOf } from './said'
import { Section } from './section'

type Props = { article: Pick<EditView, 'id' | 'discussion' | 'actions'> }

/** A last word of staff for a discussion that is closed. */
export function ClosingNote({ article: { id, discussion, actions } }: Props) {
  const router = useRouter()
  const [text, setText] = useState(discussion.note)
  const [said, setSaid] = useState<Saying | null>(null)
  const [isPending, startTransition] = useTransition()
  const refused = actions['set-discussion'] !== null
  const save = () =>
    startTransition(async () => {
      const result = await setNote(id, text.trim())
      setSaid(
        result.kind !== 'done'
          ? sayingOf(result)
          : { tone: 'done', text: text.trim() === '' ? 'Taken away.' : saved(discussion.state.state) },
      )
      router.refresh()
    })
  return (
    <Section title="Closing note">
      <Textarea
        label="Closing note"
        description="Stands at the head of the discussion while it is closed. *emphasis*, **strong**, > quote"
        autosize
        minRows={2}
        maxRows={10}
        maxLength={5_000}
        disabled={refused}
        value={text}
        onChange={(event) => {
          setText(event.currentTarget.value)
          setSaid(null)
        }}
      />
      {text.trim() !== discussion.note && (
        <BusyButton variant="default" isBusy={isPending} disabled={refused} onClick={save}>
          {text.trim() === '' ? 'Take the note away' : 'Set note'}
        </BusyButton>
      )}
      <Said saying={said} />
    </Section>
  )
}

const saved = (state: 'open' | 'closed') =>
  state === 'closed' ? 'Saved. Readers see it now.' : 'Saved. Readers will see it when comments close.'
