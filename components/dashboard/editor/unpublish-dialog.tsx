'use client'

import { Button, Group, Modal, Text } from '@mantine/core'
import type { EditView } from '@/db/desk'
import { articlePath } from '@/domain/articles'

type Props = {
  article: Pick<EditView, 'state' | 'slug'>
  isPending: boolean
  onClose: () => void
  onUnpublish: () => void
}

export function UnpublishDialog({ article: { state, slug }, isPending, onClose, onUnpublish }: Props) {
  const isScheduled = state === 'scheduled'
  return (
    <Modal
      opened
      onClose={onClose}
      title={isScheduled ? 'Call the publication off?' : 'Take this article from its readers?'}
      centered
    >
      <Text>
        {isScheduled
          ? 'It becomes a draft again and will not appear.'
          : `${slug ? articlePath(slug) : 'Its address'} will say that there is nothing. The text, its comments and its address are kept for a return.`}
      </Text>
      <Group justify="flex-end" mt="lg">
        <Button variant="default" onClick={onClose}>
          Cancel
        </Button>
        <Button color="red" loading={isPending} onClick={onUnpublish}>
          {isScheduled ? 'Call it off' : 'Take it down'}
        </Button>
      </Group>
    </Modal>
  )
}
