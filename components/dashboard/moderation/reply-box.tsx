'use client'

import { Textarea } from '@mantine/core'
import { useActionState } from 'react'
import { Send } from '@/components/dashboard/desk/send'
import form from '@/components/dashboard/settings/form.module.css'
import { commentPath } from '@/domain/comments/paths'
import type { CommentState } from '@/domain/comments/states'
import type { ReplyState } from './file-state'

type Props = {
  id: number
  state: CommentState
  /** How often its author had changed what is answered. */
  edits: number
  /** Whose name stands above it. */
  name: string
  action: (state: ReplyState, form: FormData) => Promise<ReplyState>
}

/** Answers a comment without leaving the desk. */
export function ReplyBox({ id, state, edits, name, action }: Props) {
  const [answer, send] = useActionState(action, { kind: 'idle' })
  return (
    <form action={send} className={form.form}>
      <input type="hidden" name="id" value={id} />
      <input type="hidden" name="seen" value={state} />
      <input type="hidden" name="edits" value={edits} />
      <Textarea
        name="comment"
        label={`Reply as ${name}`}
        description="Markdown: *emphasis*, **strong**, lists, > quotes and links."
        autosize
        minRows={4}
        required
        defaultValue={answer.kind === 'refused' ? answer.typed : ''}
      />
      <div className={form.end}>
        <Send>{state === 'published' ? 'Reply' : 'Approve and reply'}</Send>
        <p role="status" data-refused={answer.kind === 'refused' || undefined}>
          {answer.kind === 'refused' && answer.sentence}
          {answer.kind === 'posted' && (
            <>
              Posted. <a href={commentPath(answer.slug, answer.id)}>See it in the discussion</a>
            </>
          )}
        </p>
      </div>
    </form>
  )
}
