'use client'

import '@mantine/tiptap/styles.layer.css'
import './prosemirror.css'
import { RichTextEditor } from '@mantine/tiptap'
import type { Editor } from '@tiptap/core'
import { useEditor } from '@tiptap/react'
import { useEffect, useEffectEvent, useId, useState } from 'react'
import article from '@/components/article/document/body.module.css'
import type { ImageView } from '@/db/media'
import type { DocumentNode, StoredDocument } from '@/domain/document/stored'
import { EmbedDialog } from './embed-dialog'
import { editorExtensions, type Requests } from './extensions'
import { type ImageLibrary, ImageDialog } from './image-dialog'
import { useImages } from './images'
import styles from './body-editor.module.css'
import { insertBlock } from './insert-block'
import { LinkDialog } from './link-dialog'
import { LABELS, Toolbar } from './toolbar'

type Props = {
  /** What it begins with; mount it anew to replace the text. */
  document: StoredDocument
  library: ImageLibrary
  labelId: string
  problemId?: string
  onChange: (document: StoredDocument) => void
  /** Gives away what the text is edited with. */
  onReady: (editor: Editor) => void
}

type Dialog = { kind: 'image'; file?: File } | { kind: 'embed' } | { kind: 'link' }

export function BodyEditor({ document, library, labelId, problemId, onChange, onReady }: Props) {
  const [dialog, setDialog] = useState<Dialog | null>(null)
  const toolbarId = useId()
  const { add } = useImages()
  const [extensions] = useState(() => {
    const requests: Requests = {
      link: () => setDialog({ kind: 'link' }),
      toolbar: () =>
        window.document.getElementById(toolbarId)?.querySelector<HTMLElement>('[tabindex="0"]')?.focus(),
      image: (file) => setDialog({ kind: 'image', file }),
    }
    return editorExtensions(requests)
  })
  const changed = useEffectEvent(onChange)
  const ready = useEffectEvent(onReady)
  const editor = useEditor({
    extensions,
    content: document.doc,
    injectCSS: false,
    immediatelyRender: false,
    editorProps: {
      attributes: {
        class: `${article.body} ${styles.text}`,
        role: 'textbox',
        'aria-multiline': 'true',
        'aria-labelledby': labelId,
      },
    },
  })
  useEffect(() => {
    if (!editor) return
    ready(editor)
    const report = () => changed({ version: 1, doc: editor.getJSON() as DocumentNode })
    editor.on('update', report)
    return () => {
      editor.off('update', report)
    }
  }, [editor])
  useEffect(() => {
    const element = editor?.view.dom
    if (problemId) element?.setAttribute('aria-describedby', problemId)
    else element?.removeAttribute('aria-describedby')
    element?.setAttribute('aria-invalid', String(Boolean(problemId)))
  }, [editor, problemId])

  const close = () => {
    setDialog(null)
    editor?.commands.focus()
  }
  const insertImage = (image: ImageView, alt: string, caption: string) => {
    add(image)
    if (editor) insertBlock(editor, { type: 'figure', attrs: { mediaId: image.id, alt, caption } })
    setDialog(null)
  }
  return (
    <RichTextEditor
      editor={editor}
      labels={LABELS}
      withTypographyStyles={false}
      withCodeHighlightStyles={false}
      classNames={{ root: styles.root, content: styles.content }}
    >
      <Toolbar
        id={toolbarId}
        onLink={() => setDialog({ kind: 'link' })}
        onImage={() => setDialog({ kind: 'image' })}
        onEmbed={() => setDialog({ kind: 'embed' })}
      />
      <RichTextEditor.Content />
      {editor && dialog?.kind === 'link' && <LinkDialog editor={editor} onClose={close} />}
      {editor && dialog?.kind === 'embed' && <EmbedDialog editor={editor} onClose={close} />}
      {dialog?.kind === 'image' && (
        <ImageDialog
          title="Insert an image"
          library={library}
          file={dialog.file}
          isFigure
          onClose={close}
          onUse={insertImage}
        />
      )}
    </RichTextEditor>
  )
}
