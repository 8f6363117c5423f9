'use client'

import { Menu } from '@mantine/core'
import { RichTextEditor, useRichTextEditorContext } from '@mantine/tiptap'
import { IconTable } from '@tabler/icons-react'
import type { ChainedCommands } from '@tiptap/core'
import { useEditorState } from '@tiptap/react'

const align = (chain: ChainedCommands, to: string | null) => chain.setCellAttribute('align', to)

const CHANGES: [label: string, change: (chain: ChainedCommands) => ChainedCommands][][] = [
  [
    ['Add row below', (chain) => chain.addRowAfter()],
    ['Add row above', (chain) => chain.addRowBefore()],
    ['Add column after', (chain) => chain.addColumnAfter()],
    ['Add column before', (chain) => chain.addColumnBefore()],
  ],
  [
    ['Align cells left', (chain) => align(chain, null)],
    ['Align cells right', (chain) => align(chain, 'right')],
    ['Header row on or off', (chain) => chain.toggleHeaderRow()],
    ['Header column on or off', (chain) => chain.toggleHeaderColumn()],
    ['Merge or split cells', (chain) => chain.mergeOrSplit()],
  ],
  [
    ['Delete row', (chain) => chain.deleteRow()],
    ['Delete column', (chain) => chain.deleteColumn()],
    ['Delete table', (chain) => chain.deleteTable()],
  ],
]

/** Inserts a table, or changes the one that is being written in. */
export function TableMenu() {
  const { editor } = useRichTextEditorContext()
  const inTable =
    useEditorState({ editor, selector: ({ editor }) => editor?.isActive('table') ?? false }) ?? false
  const insert = () => editor?.chain().focus().insertTable({ rows: 3, cols: 3, withHeaderRow: true }).run()
  if (!inTable)
    return (
      <RichTextEditor.Control aria-label="Table" title="Table" onClick={insert}>
        <IconTable />
      </RichTextEditor.Control>
    )
  return (
    <Menu position="bottom-start" withinPortal returnFocus={false}>
      <Menu.Target>
        <RichTextEditor.Control aria-label="Change table" title="Change table" active>
          <IconTable />
        </RichTextEditor.Control>
      </Menu.Target>
      <Menu.Dropdown>
        {CHANGES.map((group, index) => (
          <div key={group[0]?.[0]}>
            {index > 0 && <Menu.Divider />}
            {group.map(([label, change]) => (
              <Menu.Item key={label} onClick={() => editor && change(editor.chain().focus()).run()}>
                {label}
              </Menu.Item>
            ))}
          </div>
        ))}
      </Menu.Dropdown>
    </Menu>
  )
}
