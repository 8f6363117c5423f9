import { Extension } from '@tiptap/core'
import type { Node } from '@tiptap/pm/model'
import { type EditorState, Plugin, PluginKey } from '@tiptap/pm/state'
import { Mapping, type StepMap } from '@tiptap/pm/transform'
import { Decoration, DecorationSet, type EditorView } from '@tiptap/pm/view'
import type { Range } from './positions'

/** `stops`: it keeps the article from being published. */
export type Tone = 'stops' | 'flaw' | 'advice'
export type Marked = { id: string; range: Range; tone: Tone }

type State = {
  /** The document that was last sent to be scored, and what became of its positions since. */
  sent: { doc: Node; since: readonly StepMap[] } | null
  shown: DecorationSet
  current: string | null
}
type Told = { sent: true } | { found: readonly Marked[] } | { current: string | null }

const key = new PluginKey<State>('problems')
const NOTHING: State = { sent: null, shown: DecorationSet.empty, current: null }

const tell = (view: EditorView, told: Told) =>
  view.dispatch(view.state.tr.setMeta(key, told).setMeta('addToHistory', false))

/** Says that the text as it is now is being scored. */
export const setSent = (view: EditorView) => tell(view, { sent: true })

/** Underlines what was found in the text that was sent last, wherever it has moved to meanwhile. */
export const setFound = (view: EditorView, found: readonly Marked[]) => tell(view, { found })

/** Which problem is being looked at. */
export const setCurrent = (view: EditorView, current: string | null) => {
  if (key.getState(view.state)?.current !== current) tell(view, { current })
}

// whatever a decoration was made with, ProseMirror hands back untyped
const idOf = (spec: unknown): string => (spec as { id: string }).id

/** Where a problem stands now; null where its text is gone. */
export function placeOf(state: EditorState, id: string): { from: number; to: number } | null {
  const [found] = key.getState(state)?.shown.find(undefined, undefined, (spec) => idOf(spec) === id) ?? []
  return found ? { from: found.from, to: found.to } : null
}

/** The problem at a position, of those that are shown, the narrowest first: a word inside a sentence that is too long. */
export function problemAt(
  state: EditorState,
  position: number,
  isShown: (id: string) => boolean = () => true,
): string | null {
  const here = key.getState(state)?.shown.find(position, position, (spec) => isShown(idOf(spec))) ?? []
  const [narrowest] = here.toSorted((a, b) => a.to - a.from - (b.to - b.from))
  return narrowest ? idOf(narrowest.spec) : null
}

function decorated({ id, range: { from, to, isNode }, tone }: Marked): Decoration {
  const attributes = { class: 'problem', 'data-problem': id, 'data-tone': tone }
  return isNode
    ? Decoration.node(from, to, attributes, { id })
    : Decoration.inline(from, to, attributes, { id })
}

/** Marks in the text what the score found; nothing of it is part of the document. */
export const Problems = Extension.create({
  name: 'problems',
  addProseMirrorPlugins: () => [
    new Plugin<State>({
      key,
      state: {
        init: () => NOTHING,
        apply(tr, before) {
          const { shown, current } = before
          const told = tr.getMeta(key) as Told | undefined
          const sent = before.sent && {
            ...before.sent,
            since: tr.docChanged ? [...before.sent.since, ...tr.mapping.maps] : before.sent.since,
          }
          const mapped = tr.docChanged ? shown.map(tr.mapping, tr.doc) : shown
          if (!told) return { sent, shown: mapped, current }
          if ('sent' in told) return { ...before, sent: { doc: tr.doc, since: [] }, shown: mapped }
          if ('current' in told) return { sent, shown: mapped, current: told.current }
          if (!sent) return before
          const found = DecorationSet.create(sent.doc, told.found.map(decorated))
          return { sent, shown: found.map(new Mapping(sent.since), tr.doc), current }
        },
      },
      props: {
        decorations(state) {
          const { shown, current } = key.getState(state) ?? NOTHING
          const place = current === null ? null : placeOf(state, current)
          if (!place) return shown
          const isNode = state.doc.nodeAt(place.from)?.isAtom && !state.doc.nodeAt(place.from)?.isText
          const attributes = { 'data-current-problem': '' }
          const mark = isNode
            ? Decoration.node(place.from, place.to, attributes)
            : Decoration.inline(place.from, place.to, attributes)
          return shown.add(state.doc, [mark])
        },
      },
    }),
  ],
})
