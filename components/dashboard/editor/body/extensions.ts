import type { AnyExtension, Editor, NodeViewRenderer } from '@tiptap/core'
import { Extension } from '@tiptap/core'
import { Placeholder } from '@tiptap/extensions'
import { Plugin } from '@tiptap/pm/state'
import { type ReactNodeViewProps, ReactNodeViewRenderer } from '@tiptap/react'
import type { ComponentType } from 'react'
import { extensions } from '@/domain/document/schema'
import { Problems } from '../score/problems'
import { CodeView } from './code-view'
import { EmbedView } from './embed-view'
import { FigureView } from './figure-view'
import { QuoteView } from './quote-view'

const VIEWS: Record<string, ComponentType<ReactNodeViewProps>> = {
  blockquote: QuoteView,
  codeBlock: CodeView,
  embed: EmbedView,
  figure: FigureView,
}

const viewOf = (view: ComponentType<ReactNodeViewProps>): NodeViewRenderer => ReactNodeViewRenderer(view)

/** Tab moves between cells and list levels; after Escape it moves on through the page, so that nobody is caught. */
const LeaveByTab = Extension.create({
  name: 'leaveByTab',
  addProseMirrorPlugins() {
    let leaving = false
    return [
      new Plugin({
        props: {
          handleDOMEvents: {
            keydown: (_, event) => {
              if (event.key === 'Tab' && leaving) return true
              if (event.key !== 'Shift') leaving = event.key === 'Escape'
              return false
            },
            focus: () => {
              leaving = false
              return false
            },
          },
        },
      }),
    ]
  },
})

export type Requests = {
  /** Somebody pressed the key for a link. */
  link: () => void
  toolbar: () => void
  /** Somebody pasted or dropped an image. */
  image: (file: File) => void
}

const imageIn = (files: FileList | undefined) =>
  [...(files ?? [])].find(({ type }) => type.startsWith('image/'))

const requestsOf = (requests: Requests) =>
  Extension.create({
    name: 'requests',
    addKeyboardShortcuts() {
      const ask = (request: () => void) => () => {
        request()
        return true
      }
      return { 'Mod-k': ask(requests.link), 'Alt-F10': ask(requests.toolbar) }
    },
    addProseMirrorPlugins() {
      const take = (editor: Editor, files: FileList | undefined) => {
        const file = editor.isEditable && imageIn(files)
        if (file) requests.image(file)
        return Boolean(file)
      }
      return [
        new Plugin({
          props: {
            handlePaste: (_, event) => take(this.editor, event.clipboardData?.files),
            handleDrop: (_view, event, _slice, isMove) =>
              !isMove && take(this.editor, event.dataTransfer?.files),
            // a title and the smallest headings of other programs become headings of ours
            transformPastedHTML: (html) =>
              html.replace(/<(\/?)h1\b/gi, '<$1h2').replace(/<(\/?)h[56]\b/gi, '<$1h4'),
          },
        }),
      ]
    },
  })

/** What a document may hold, with views for what has fields of its own, and what writing needs besides. */
export const editorExtensions = (requests: Requests): AnyExtension[] => [
  ...extensions.map((extension) => {
    const view = VIEWS[extension.name]
    return view ? extension.extend({ addNodeView: () => viewOf(view) }) : extension
  }),
  Placeholder.configure({ placeholder: 'Write …' }),
  LeaveByTab,
  Problems,
  requestsOf(requests),
]
