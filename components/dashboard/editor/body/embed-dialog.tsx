'use client'

import { Button, Group, Modal, TextInput } from '@mantine/core'
import type { Editor } from '@tiptap/core'
import { type FormEvent, useState } from 'react'
import { isWebHref, toHref } from '@/domain/document/href'
import { AddressField } from './address-field'
import { insertBlock } from './insert-block'

export function EmbedDialog({ editor, onClose }: { editor: Editor; onClose: () => void }) {
  const [address, setAddress] = useState('')
  const [title, setTitle] = useState('')
  const [problem, setProblem] = useState<string | null>(null)
  const insert = (event: FormEvent) => {
    event.preventDefault()
    event.stopPropagation()
    // also one of ours stays whole: an embed names the place it leads to
    const href = toHref(address, '')
    if (!href || !isWebHref(href)) return setProblem('Write a web address such as https://example.org/film.')
    insertBlock(editor, { type: 'embed', attrs: { href, title: title.trim() } })
    onClose()
  }
  return (
    <Modal opened onClose={onClose} title="Embed" returnFocus={false} centered>
      <form onSubmit={insert}>
        <AddressField
          description="A film, a post, a map: readers get a link to it, and nothing is loaded from elsewhere."
          value={address}
          problem={problem}
          onChange={(value) => {
            setAddress(value)
            setProblem(null)
          }}
        />
        <TextInput
          mt="md"
          label="Words of the link"
          value={title}
          maxLength={300}
          onChange={(event) => setTitle(event.currentTarget.value)}
        />
        <Group mt="lg" justify="flex-end">
          <Button type="submit">Insert embed</Button>
        </Group>
      </form>
    </Modal>
  )
}
