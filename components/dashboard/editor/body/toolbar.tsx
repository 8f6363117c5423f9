'use client'

import { RichTextEditor, type RichTextEditorLabels, useRichTextEditorContext } from '@mantine/tiptap'
import { IconLink, IconPhoto, IconSourceCode, IconWorld } from '@tabler/icons-react'
import { useEditorState } from '@tiptap/react'
import { type ReactNode, useRef } from 'react'
import { TableMenu } from './table-menu'
import styles from './toolbar.module.css'
import { useRovingFocus } from './use-roving-focus'

type Props = { id: string; onLink: () => void; onImage: () => void; onEmbed: () => void }

/** One stop for the Tab key; the arrow keys move inside it. */
export function Toolbar({ id, onLink, onImage, onEmbed }: Props) {
  const toolbar = useRef<HTMLDivElement>(null)
  const roving = useRovingFocus(toolbar)
  return (
    <RichTextEditor.Toolbar
      ref={toolbar}
      id={id}
      role="toolbar"
      aria-label="Formatting"
      className={styles.toolbar}
      {...roving}
    >
      <Group>
        <RichTextEditor.H2 />
        <RichTextEditor.H3 />
        <RichTextEditor.H4 />
      </Group>
      <Group>
        <RichTextEditor.Bold />
        <RichTextEditor.Italic />
        <RichTextEditor.Strikethrough />
        <RichTextEditor.Code />
        <LinkControl onClick={onLink} />
      </Group>
      <Group>
        <RichTextEditor.BulletList />
        <RichTextEditor.OrderedList />
        <RichTextEditor.Blockquote />
        <RichTextEditor.CodeBlock icon={IconSourceCode} />
      </Group>
      <Group>
        <Control label="Image" onClick={onImage}>
          <IconPhoto />
        </Control>
        <TableMenu />
        <Control label="Embed" onClick={onEmbed}>
          <IconWorld />
        </Control>
        <RichTextEditor.Hr />
      </Group>
      <Group>
        <RichTextEditor.Undo />
        <RichTextEditor.Redo />
      </Group>
    </RichTextEditor.Toolbar>
  )
}

/** The names of the controls, which Mantine's own would abbreviate or call by other words. */
export const LABELS: Partial<RichTextEditorLabels> = {
  boldControlLabel: 'Bold',
  italicControlLabel: 'Italic',
  strikeControlLabel: 'Strikethrough',
  codeControlLabel: 'Inline code',
  h2ControlLabel: 'Heading 2',
  h3ControlLabel: 'Heading 3',
  h4ControlLabel: 'Heading 4',
  bulletListControlLabel: 'Bulleted list',
  orderedListControlLabel: 'Numbered list',
  blockquoteControlLabel: 'Quote',
  codeBlockControlLabel: 'Code block',
  hrControlLabel: 'Divider',
  undoControlLabel: 'Undo',
  redoControlLabel: 'Redo',
}

function Group({ children }: { children: ReactNode }) {
  return <RichTextEditor.ControlsGroup>{children}</RichTextEditor.ControlsGroup>
}

type ControlProps = { label: string; active?: boolean; onClick: () => void; children: ReactNode }

function Control({ label, active, onClick, children }: ControlProps) {
  return (
    <RichTextEditor.Control aria-label={label} title={label} active={active} onClick={onClick}>
      {children}
    </RichTextEditor.Control>
  )
}

function LinkControl({ onClick }: { onClick: () => void }) {
  const { editor } = useRichTextEditorContext()
  const active = useEditorState({ editor, selector: ({ editor }) => editor?.isActive('link') ?? false })
  return (
    <Control label="Link" active={active ?? false} onClick={onClick}>
      <IconLink />
    </Control>
  )
}
