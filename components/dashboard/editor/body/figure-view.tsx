'use client'

import { Button, Group } from '@mantine/core'
import { NodeViewWrapper, type ReactNodeViewProps } from '@tiptap/react'
import { Picture } from '@/components/article/picture'
import { useImages } from './images'
import { NodeField, textOf } from './node-fields'
import styles from './views.module.css'

export function FigureView({ node, updateAttributes, deleteNode, editor, selected }: ReactNodeViewProps) {
  const { byId } = useImages()
  const image = byId.get(Number(node.attrs['mediaId']))
  const alt = textOf(node.attrs, 'alt')
  const update = (name: string) => (value: string) => updateAttributes({ [name]: value })
  return (
    <NodeViewWrapper
      as="figure"
      className={styles.block}
      data-selected={selected || undefined}
      aria-label="Image"
    >
      <div className={styles.picture} data-drag-handle contentEditable={false}>
        {image ? (
          <Picture image={{ ...image, alt }} sizes="(width < 60rem) 100vw, 42rem" />
        ) : (
          <p>This image is gone.</p>
        )}
      </div>
      {editor.isEditable && (
        <div className={styles.fields} contentEditable={false}>
          <NodeField
            label="Alternative text"
            description="What the image shows, for those who do not see it."
            value={alt}
            maxLength={1000}
            onChange={update('alt')}
          />
          <Group grow gap="md" align="end">
            <NodeField
              label="Caption"
              value={textOf(node.attrs, 'caption')}
              maxLength={2000}
              onChange={update('caption')}
            />
            <NodeField
              label="Credit"
              value={textOf(node.attrs, 'credit')}
              maxLength={300}
              placeholder={image?.credit}
              onChange={update('credit')}
            />
          </Group>
          <Button variant="default" size="compact-sm" onClick={deleteNode}>
            Remove image
          </Button>
        </div>
      )}
    </NodeViewWrapper>
  )
}
