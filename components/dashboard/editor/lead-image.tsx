'use client'

import { Button, Group, TextInput } from '@mantine/core'
import { useState } from 'react'
import { Picture } from '@/components/article/picture'
import { type ImageLibrary, ImageDialog } from './body/image-dialog'
import { useImages } from './body/images'
import type { Fields } from './fields'
import styles from './lead-image.module.css'
import { scored } from './score/places'
import { Section } from './section'

type Props = {
  imageId: number | null
  caption: string
  library: ImageLibrary
  onChange: (changes: Partial<Fields>) => void
}

export function LeadImage({ imageId, caption, library, onChange }: Props) {
  const [isChoosing, setChoosing] = useState(false)
  const { byId, add } = useImages()
  const image = imageId === null ? undefined : byId.get(imageId)
  return (
    <Section title="Lead image">
      {image && (
        <figure className={styles.figure}>
          <Picture image={image} sizes="22rem" />
          <figcaption>{image.alt || 'No alternative text: only decoration.'}</figcaption>
        </figure>
      )}
      {image && (
        <TextInput
          label="Caption of the lead image"
          {...scored('caption')}
          maxLength={500}
          value={caption}
          onChange={(event) => onChange({ leadCaption: event.currentTarget.value })}
        />
      )}
      <Group gap="xs">
        <Button variant="default" {...scored('lead-image')} onClick={() => setChoosing(true)}>
          {image ? 'Change image' : 'Choose a lead image'}
        </Button>
        {image && (
          <Button variant="subtle" onClick={() => onChange({ leadImageId: null, leadCaption: '' })}>
            Remove
          </Button>
        )}
      </Group>
      {isChoosing && (
        <ImageDialog
          title="Lead image"
          library={library}
          onClose={() => setChoosing(false)}
          onUse={(next) => {
            add(next)
            onChange({ leadImageId: next.id })
            setChoosing(false)
          }}
        />
      )}
    </Section>
  )
}
