import { closeHistory } from '@tiptap/pm/history'
import { NodeSelection, TextSelection } from '@tiptap/pm/state'
import type { EditorView } from '@tiptap/pm/view'
import type { Problem } from './listing'
import { placeOf } from './problems'

type Field = Problem['where']['field']

/** What marks the field of the page in which problems of a field of the article are mended. */
export const scored = (field: Field) => ({ 'data-scored': field })

const fieldOf = (field: Field) => document.querySelector<HTMLElement>(`[data-scored="${field}"]`)

type TextField = HTMLInputElement | HTMLTextAreaElement
const isTextField = (element: Element | null): element is TextField =>
  element instanceof HTMLInputElement || element instanceof HTMLTextAreaElement

/** The field of the page in which a problem is mended has the focus. */
export const focusField = (field: Field) => fieldOf(field)?.focus({ preventScroll: true })

/** The box of what is concerned, as it stands on the screen; null where it is gone. */
export function boxOf(view: EditorView, { id, where: { field } }: Problem): DOMRect | null {
  if (field !== 'body') return fieldOf(field)?.getBoundingClientRect() ?? null
  const place = placeOf(view.state, id)
  if (!place) return null
  const node = view.nodeDOM(place.from)
  if (node instanceof HTMLElement) return node.getBoundingClientRect()
  const [start, end] = [view.coordsAtPos(place.from, 1), view.coordsAtPos(place.to, -1)]
  // of several lines the first one
  const right = end.top > start.top ? start.right : end.right
  return new DOMRect(start.left, start.top, right - start.left, start.bottom - start.top)
}

const bring = (element: Element | null | undefined) => element?.scrollIntoView({ block: 'center' })

/** Goes to the place of a problem: its text is selected, so that typing replaces it. */
export function goTo(view: EditorView, { id, where }: Problem): void {
  if (where.field !== 'body') return goToField(where)
  const place = placeOf(view.state, id)
  if (!place) return
  const node = view.nodeDOM(place.from)
  const input = node instanceof HTMLElement ? node.querySelector('input') : null
  if (input) {
    bring(input)
    return input.focus({ preventScroll: true })
  }
  const { doc, tr } = view.state
  const isNode = doc.nodeAt(place.from)?.isAtom && node instanceof HTMLElement
  const selection = isNode
    ? NodeSelection.create(doc, place.from)
    : TextSelection.create(doc, place.from, place.to)
  view.dispatch(tr.setSelection(selection))
  const at = view.domAtPos(place.from).node
  bring(at instanceof Element ? at : at.parentElement)
  view.focus()
}

function goToField({ field, from, to }: Problem['where']): void {
  const element = fieldOf(field)
  bring(element)
  element?.focus({ preventScroll: true })
  if (isTextField(element) && from !== undefined && to !== undefined) element.setSelectionRange(from, to)
}

/** Whether it can still be mended: its text is there as it was found. */
const isThere = (view: EditorView, { id, quote, where }: Problem): boolean => {
  if (where.field !== 'body') {
    const element = fieldOf(where.field)
    return isTextField(element) && element.value.slice(where.from, where.to) === quote
  }
  const place = placeOf(view.state, id)
  return place !== null && view.state.doc.textBetween(place.from, place.to, undefined, '\n') === quote
}

/** Mends what can be mended for certain, in the body as one step that can be undone; how many that were. */
export function mend(view: EditorView, problems: readonly Problem[]): number {
  const certain = problems.filter((problem) => problem.instead !== undefined && isThere(view, problem))
  const { tr } = view.state
  // from the end, so that what comes before stays where it is
  for (const { id, where, instead = '' } of certain.toReversed()) {
    const place = where.field === 'body' ? placeOf(view.state, id) : null
    if (!place) typeInto(where, instead)
    else if (instead === '') tr.delete(place.from, place.to)
    else tr.insertText(instead, place.from, place.to)
  }
  if (tr.docChanged) view.dispatch(closeHistory(tr))
  return certain.length
}

function typeInto({ field, from = 0, to }: Problem['where'], text: string): void {
  const element = fieldOf(field)
  if (!isTextField(element)) return
  element.focus({ preventScroll: true })
  element.setSelectionRange(from, to ?? element.value.length)
  // the one way that a field can undo
  document.execCommand(text === '' ? 'delete' : 'insertText', false, text)
}
