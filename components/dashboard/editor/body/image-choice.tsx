'use client'

import { Button, Text } from '@mantine/core'
import { useEffect, useState } from 'react'
import { Picture } from '@/components/article/picture'
import type { ImageView } from '@/db/media'
import type { ImageLibrary } from './image-dialog'
import styles from './image-dialog.module.css'

type Props = { list: ImageLibrary['list']; chosen: ImageView | null; onChoose: (image: ImageView) => void }
type Shown = { items: ImageView[]; next: string | null }

/** The images that the site has already, the newest first. */
export function ImageChoice({ list, chosen, onChoose }: Props) {
  const [shown, setShown] = useState<Shown | 'failed' | null>(null)
  useEffect(() => {
    let isGone = false
    void list(null).then((first) => {
      if (!isGone) setShown(first ?? 'failed')
    })
    return () => {
      isGone = true
    }
  }, [list])
  if (shown === 'failed') return <Text c="dimmed">The images of the site cannot be listed just now.</Text>
  if (!shown) return <Text c="dimmed">Looking for images …</Text>
  if (shown.items.length === 0) return <Text c="dimmed">The site has no images yet.</Text>
  const more = async () => {
    const next = await list(shown.next)
    setShown(next ? { items: [...shown.items, ...next.items], next: next.next } : 'failed')
  }
  return (
    <fieldset className={styles.choice}>
      <legend>Or choose one that is here</legend>
      <div className={styles.images}>
        {shown.items.map((image) => (
          <label key={image.id} className={styles.image}>
            <input
              type="radio"
              name="image"
              checked={image.id === chosen?.id}
              onChange={() => onChoose(image)}
              aria-label={image.alt || `Image ${image.id}`}
            />
            <Picture image={image} sizes="10rem" decorative />
          </label>
        ))}
      </div>
      {shown.next && (
        <Button variant="default" size="compact-sm" mt="sm" onClick={() => void more()}>
          More images
        </Button>
      )}
    </fieldset>
  )
}
