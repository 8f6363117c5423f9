'use client'

import { Button, FileButton, Textarea } from '@mantine/core'
import { useRef, useState, useTransition } from 'react'
import { ask, type Unreached, UNREACHED } from '@/components/dashboard/editor/desk'
import form from '@/components/dashboard/settings/form.module.css'
import type { ListSaved } from '@/db/lists'
import type { ListName } from '@/domain/moderation/findings'
import styles from './rules.module.css'
import { TryOut } from './try-out'

type Props = {
  name: ListName
  source: string
  label: string
  description: string
  does: 'held' | 'spam'
}

/** A list as text, one entry a line. What is typed stays in the field alone: some lists have tens of thousands of lines. */
export function ListForm({ name, source, label, description, does }: Props) {
  const field = useRef<HTMLTextAreaElement>(null)
  const [said, setSaid] = useState('')
  const [pending, start] = useTransition()
  const typed = () => field.current?.value ?? ''

  const add = (file: File | null) =>
    start(async () => {
      if (!file || !field.current) return
      const before = typed().trimEnd()
      field.current.value = `${before}${before && '\n'}${(await file.text()).trim()}\n`
      setSaid(`Added what is in ${file.name}. Not saved yet.`)
    })
  const save = () =>
    start(async () => {
      const saved = await ask<ListSaved>('/dashboard/discussion/rules/lists', {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ name, source: typed() }),
      })
      setSaid(sentence(saved))
    })

  return (
    <div className={form.form}>
      <Textarea
        ref={field}
        label={label}
        description={description}
        defaultValue={source}
        rows={8}
        spellCheck={false}
        autoComplete="off"
        dir="auto"
        classNames={{ input: styles.lines }}
        onInput={() => setSaid('')}
      />
      <div className={form.end}>
        <Button loading={pending} onClick={save}>
          Save the list
        </Button>
        <FileButton accept="text/plain,.txt,.csv,.list" onChange={add}>
          {(button) => (
            <Button {...button} variant="default">
              Add from a file
            </Button>
          )}
        </FileButton>
        <p role="status">{said}</p>
      </div>
      <TryOut does={does} rule={() => ({ kind: 'list', name, source: typed() })} />
    </div>
  )
}

function sentence(saved: ListSaved | Unreached): string {
  if (saved.kind === 'refused') return 'Not saved: the list is too long, or your role may not change it.'
  if (saved.kind !== 'done') return UNREACHED[saved.kind]
  const { entries, unusable } = saved
  const kept = `Saved: ${entries.toLocaleString('en-GB')} ${entries === 1 ? 'entry' : 'entries'}.`
  if (unusable.count === 0) return kept
  const lines = unusable.lines.map((line) => `“${line.slice(0, 40)}”`).join(', ')
  return `${kept} ${unusable.count.toLocaleString('en-GB')} ${unusable.count === 1 ? 'line' : 'lines'} can match nothing: ${lines}${unusable.count > unusable.lines.length ? ' …' : '.'}`
}
