'use client'

import { Button, Group, Modal, TextInput } from '@mantine/core'
import type { Editor } from '@tiptap/core'
import { type FormEvent, useState } from 'react'
import { toHref } from '@/domain/document/href'
import { AddressField } from './address-field'

type Props = { editor: Editor; onClose: () => void }

const hrefAt = (editor: Editor): string => {
  const href: unknown = editor.getAttributes('link')['href']
  return typeof href === 'string' ? href : ''
}

export function LinkDialog({ editor, onClose }: Props) {
  const [before] = useState(() => hrefAt(editor))
  const [address, setAddress] = useState(before)
  const [words, setWords] = useState('')
  const [problem, setProblem] = useState<string | null>(null)
  const needsWords = editor.state.selection.empty && before === ''

  const set = (event: FormEvent) => {
    event.preventDefault()
    // React passes submits of a portal on to the form around it
    event.stopPropagation()
    const href = toHref(address, window.location.origin)
    if (!href) return setProblem('Write an address such as https://example.org, /about or name@example.org.')
    const chain = editor.chain().focus()
    if (needsWords)
      chain
        .insertContent({
          type: 'text',
          text: words.trim() || address.trim(),
          marks: [{ type: 'link', attrs: { href } }],
        })
        .unsetMark('link')
        .run()
    else chain.extendMarkRange('link').setLink({ href }).run()
    onClose()
  }
  const remove = () => {
    editor.chain().focus().extendMarkRange('link').unsetLink().run()
    onClose()
  }
  return (
    <Modal opened onClose={onClose} title="Link" returnFocus={false} centered>
      <form onSubmit={set}>
        <AddressField
          description="A web address, an email address, or a path on this site such as /contact."
          value={address}
          problem={problem}
          onChange={(value) => {
            setAddress(value)
            setProblem(null)
          }}
        />
        {needsWords && (
          <TextInput
            mt="md"
            label="Words to show"
            value={words}
            onChange={(event) => setWords(event.currentTarget.value)}
          />
        )}
        <Group mt="lg" justify="flex-end">
          {before && (
            <Button variant="default" onClick={remove}>
              Remove link
            </Button>
          )}
          <Button type="submit">Set link</Button>
        </Group>
      </form>
    </Modal>
  )
}
