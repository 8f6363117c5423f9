import { getSchema } from '@tiptap/core'
import { EditorState, type Transaction } from '@tiptap/pm/state'
import type { EditorView } from '@tiptap/pm/view'
import { describe, expect, test } from 'vitest'
import { extensions } from '@/domain/document/schema'
import { placeOf, problemAt, Problems, setFound, setSent } from './problems'

const schema = getSchema(extensions)

/** As much of a view as telling the plugin needs. */
function viewOf(text: string) {
  const plugins = Problems.config.addProseMirrorPlugins?.call({} as never) ?? []
  const doc = schema.node('doc', null, [schema.node('paragraph', null, [schema.text(text)])])
  const view = {
    state: EditorState.create({ doc, plugins }),
    dispatch(tr: Transaction) {
      view.state = view.state.apply(tr)
    },
  }
  return view as EditorView & typeof view
}

const mark = (from: number, to: number, id = 'one') =>
  ({ id, range: { from, to, isNode: false }, tone: 'flaw' }) as const

describe('a problem', () => {
  test('stands where it was found', () => {
    const view = viewOf('about It here')
    setSent(view)
    setFound(view, [mark(7, 9)])
    expect(placeOf(view.state, 'one')).toEqual({ from: 7, to: 9 })
    expect(problemAt(view.state, 8)).toBe('one')
    expect(problemAt(view.state, 2)).toBeNull()
  })

  test('that is found while somebody writes on stands where its text has moved', () => {
    const view = viewOf('about It here')
    setSent(view)
    view.dispatch(view.state.tr.insertText('All ', 1))
    view.dispatch(view.state.tr.insertText('that ', 5))
    setFound(view, [mark(7, 9)])
    const place = placeOf(view.state, 'one')
    expect(place && view.state.doc.textBetween(place.from, place.to)).toBe('It')
  })

  test('is gone with its text', () => {
    const view = viewOf('about It here')
    setSent(view)
    setFound(view, [mark(7, 9)])
    view.dispatch(view.state.tr.delete(5, 12))
    expect(placeOf(view.state, 'one')).toBeNull()
  })

  test('inside another is the one that is meant', () => {
    const view = viewOf('about It here')
    setSent(view)
    setFound(view, [mark(1, 14, 'sentence'), mark(7, 9, 'word')])
    expect(problemAt(view.state, 8)).toBe('word')
    expect(problemAt(view.state, 3)).toBe('sentence')
  })
})
