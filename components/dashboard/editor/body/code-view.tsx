'use client'

import { NativeSelect } from '@mantine/core'
import { NodeViewContent, NodeViewWrapper, type ReactNodeViewProps } from '@tiptap/react'
import { useId } from 'react'
import { LANGUAGES } from '@/domain/document/languages'
import { textOf } from './node-fields'
import styles from './views.module.css'

export function CodeView({ node, updateAttributes, editor }: ReactNodeViewProps) {
  const id = useId()
  const language = textOf(node.attrs, 'language')
  const known = language in LANGUAGES || language === ''
  return (
    <NodeViewWrapper className={styles.code}>
      {editor.isEditable && (
        <div contentEditable={false}>
          <NativeSelect
            id={id}
            label="Language of the code"
            size="xs"
            className={styles.language}
            value={language}
            onChange={(event) => updateAttributes({ language: event.currentTarget.value || null })}
          >
            <option value="">Plain</option>
            {!known && <option value={language}>{language}</option>}
            {Object.entries(LANGUAGES).map(([value, name]) => (
              <option key={value} value={value}>
                {name}
              </option>
            ))}
          </NativeSelect>
        </div>
      )}
      <pre spellCheck={false}>
        <NodeViewContent<'code'> as="code" />
      </pre>
    </NodeViewWrapper>
  )
}
