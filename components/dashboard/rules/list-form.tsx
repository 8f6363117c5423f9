'use client'

import { Button, FileButton, Textarea } from '@mantine/core'
import { useRouter } from 'next/navigation'
import { useRef, useState, useTransition } from 'react'
import { BusyButton } from '@/components/dashboard/desk/busy-button'
import { ask, type Unreached, UNREACHED } from '@/components/dashboard/editor/desk'
import form from '@/components/dashboard/settings/form.module.css'
import type { ListSaved, ListView } from '@/db/lists'
import type { ListName } from '@/domain/moderation/findings'
import styles from './rules.module.css'
import { TryOut } from './try-out'

const NAMES: Record<ListName, { label: string; description: string; does: 'held' | 'spam' }> = {
  'hold-words': {
    label: 'Words to look at',
    description: 'A comment with one of them is held',
    does: 'held',
  },
  'spam-words': {
    label: 'Words of spam',
    description: 'A comment with one of them is called spam',
    does: 'spam',
  },
  'spam-hosts': {
    label: 'Blocked hosts',
    description: 'A comment that links to one of them, or names it as website, is called spam',
    does: 'spam',
  },
}

/** Lines that came from a file. They stand in no field: browsers take seconds to lay out tens of thousands. */
type Brought = { from: string; lines: string; how: 'replace' | 'add' }

/** A list as text, one entry a line; a long one is brought in files, and lines are added to it. */
export function ListForm({ list: { name, entries, source } }: { list: ListView }) {
  const { label, description, does } = NAMES[name]
  const router = useRouter()
  const field = useRef<HTMLTextAreaElement>(null)
  const [brought, setBrought] = useState<Brought | null>(null)
  const [said, setSaid] = useState('')
  const [pending, start] = useTransition()
  const isLong = source === null
  const text = () => [field.current?.value.trimEnd() ?? '', brought?.lines ?? ''].filter(Boolean).join('\n')

  const bring = (how: Brought['how']) => (file: File | null) =>
    start(async () => {
      if (!file) return
      setBrought({ from: file.name, lines: (await file.text()).trim(), how })
      const what = how === 'add' ? 'The lines of this file will be added' : 'This file will replace the list'
      setSaid(`${what}: ${file.name}. Not saved yet.`)
    })
  const save = () =>
    start(async () => {
      const how = isLong && brought?.how !== 'replace' ? 'add' : 'replace'
      const saved = await ask<ListSaved>('/dashboard/discussion/rules/lists', {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ name, how, source: text() }),
      })
      setSaid(sentence(saved))
      if (saved.kind !== 'done') return
      setBrought(null)
      if (isLong && field.current) field.current.value = ''
      router.refresh()
    })

  return (
    <div className={form.form}>
      {isLong && (
        <p className={styles.small}>
          <b>{label}</b>: {entries.toLocaleString('en-GB')} entries.{' '}
          <a href={`/dashboard/discussion/rules/lists?name=${name}`} download>
            Download the list
          </a>{' '}
          to change it, and replace it with the file; or add lines here.
        </p>
      )}
      <Textarea
        ref={field}
        // what was brought from a file stands in it once it is saved
        key={source ?? 'long'}
        label={isLong ? `Lines to add to: ${label}` : label}
        description={description}
        defaultValue={source ?? ''}
        rows={isLong ? 3 : 8}
        spellCheck={false}
        autoComplete="off"
        dir="auto"
        classNames={{ input: styles.lines }}
        onInput={() => setSaid('')}
      />
      <div className={form.end}>
        <BusyButton isBusy={pending} onClick={save}>
          Save the list
        </BusyButton>
        <FileButton accept="text/plain,.txt,.csv,.list" onChange={bring(isLong ? 'replace' : 'add')}>
          {(button) => (
            <Button {...button} variant="default">
              {isLong ? 'Replace with a file' : 'Add a file'}
            </Button>
          )}
        </FileButton>
        <p role="status">{said}</p>
      </div>
      <TryOut does={does} rule={() => ({ kind: 'list', name, source: text() })} />
    </div>
  )
}

const REFUSED: Record<string, string> = {
  forbidden: 'Not saved: your role may not change this list.',
  changed: 'Not saved: somebody else saved this list meanwhile. Open the page again.',
}

function sentence(saved: ListSaved | Unreached): string {
  if (saved.kind === 'refused') return REFUSED[saved.reason] ?? 'Not saved: at most 2,000,000 characters.'
  if (saved.kind !== 'done') return UNREACHED[saved.kind]
  const { entries, unusable } = saved
  const kept = `Saved: ${entries.toLocaleString('en-GB')} ${entries === 1 ? 'entry' : 'entries'}.`
  if (unusable.count === 0) return kept
  const lines = unusable.lines.map((line) => `“${line.slice(0, 40)}”`).join(', ')
  const more = unusable.count > unusable.lines.length ? ' …' : '.'
  const count = unusable.count === 1 ? '1 line' : `${unusable.count.toLocaleString('en-GB')} lines`
  return `${kept} ${count} can match nothing: ${lines}${more}`
}
