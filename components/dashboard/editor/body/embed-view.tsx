'use client'

import { Button } from '@mantine/core'
import { NodeViewWrapper, type ReactNodeViewProps } from '@tiptap/react'
import { NodeField, textOf } from './node-fields'
import styles from './views.module.css'

export function EmbedView({ node, updateAttributes, deleteNode, editor, selected }: ReactNodeViewProps) {
  const href = textOf(node.attrs, 'href')
  return (
    <NodeViewWrapper className={styles.block} data-selected={selected || undefined} aria-label="Embed">
      <p className={styles.address} data-drag-handle contentEditable={false}>
        <a href={href} target="_blank" rel="noopener">
          {href}
        </a>
      </p>
      {editor.isEditable && (
        <div className={styles.fields} contentEditable={false}>
          <NodeField
            label="Words of the link"
            value={textOf(node.attrs, 'title')}
            maxLength={300}
            placeholder="What is there"
            onChange={(title) => updateAttributes({ title })}
          />
          <Button variant="default" size="compact-sm" onClick={deleteNode}>
            Remove embed
          </Button>
        </div>
      )}
    </NodeViewWrapper>
  )
}
