'use client'

import { NodeViewContent, NodeViewWrapper, type ReactNodeViewProps } from '@tiptap/react'
import { NodeField, textOf } from './node-fields'
import styles from './views.module.css'

export function QuoteView({ node, updateAttributes, editor }: ReactNodeViewProps) {
  const citation = textOf(node.attrs, 'citation')
  return (
    <NodeViewWrapper className={styles.quote}>
      <NodeViewContent<'blockquote'> as="blockquote" />
      {editor.isEditable && (
        <div contentEditable={false}>
          <NodeField
            label="Source of the quote"
            value={citation}
            maxLength={300}
            placeholder="Who said or wrote it"
            onChange={(value) => updateAttributes({ citation: value })}
          />
        </div>
      )}
    </NodeViewWrapper>
  )
}
