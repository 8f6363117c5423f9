import { type AnyExtension, getSchema } from '@tiptap/core'
import { Blockquote } from '@tiptap/extension-blockquote'
import { Code } from '@tiptap/extension-code'
import { CodeBlock } from '@tiptap/extension-code-block'
import { Link } from '@tiptap/extension-link'
import { OrderedList } from '@tiptap/extension-list'
import { Table, TableCell, TableHeader, TableRow } from '@tiptap/extension-table'
import { StarterKit } from '@tiptap/starter-kit'
import { Embed, Figure } from './blocks'
import { isSafeHref } from './href'

/** The levels below an article's title. */
export const HEADING_LEVELS = [2, 3, 4] as const

const cellAttributes = () => ({
  colspan: { default: 1 },
  rowspan: { default: 1 },
  // no widths: they could only be shown by inline styles, which the documents' policy forbids
  align: { default: null, parseHTML: (cell: HTMLElement) => alignmentOf(cell) },
})

const ALIGNMENTS = ['left', 'center', 'right']
const alignmentOf = (cell: HTMLElement) => {
  const align = cell.style.textAlign || cell.getAttribute('align') || ''
  return ALIGNMENTS.includes(align) ? align : null
}

/** Everything a document may hold, named once: for the editor, validation, rendering and import. */
export const extensions: AnyExtension[] = [
  StarterKit.configure({
    heading: { levels: [...HEADING_LEVELS] },
    blockquote: false,
    code: false,
    codeBlock: false,
    link: false,
    orderedList: false,
    underline: false,
  }),
  Blockquote.extend({
    addAttributes: () => ({
      citation: {
        default: '',
        parseHTML: (quote: HTMLElement) => quote.getAttribute('data-citation') ?? '',
        renderHTML: ({ citation }: Record<string, unknown>) =>
          citation ? { 'data-citation': citation } : {},
      },
    }),
  }),
  CodeBlock,
  // code may be linked or stressed; TipTap's own excludes every other mark
  Code.extend({ excludes: 'code' }),
  Link.extend({
    addAttributes: () => ({ href: { default: null } }),
  }).configure({
    openOnClick: false,
    defaultProtocol: 'https',
    isAllowedUri: (href) => isSafeHref(href),
    HTMLAttributes: { target: null, rel: null },
  }),
  OrderedList.extend({
    addAttributes: () => ({
      start: {
        default: 1,
        parseHTML: (list: HTMLElement) => Number.parseInt(list.getAttribute('start') ?? '', 10) || 1,
      },
    }),
  }),
  Table.configure({ resizable: false }),
  TableRow,
  TableHeader.extend({ addAttributes: cellAttributes }),
  TableCell.extend({ addAttributes: cellAttributes }),
  Figure,
  Embed,
]

/** The same as rules of ProseMirror; needs no DOM. */
export const schema = getSchema(extensions)
