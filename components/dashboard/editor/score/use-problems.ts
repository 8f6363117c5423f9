'use client'

import { useHotkeys, useLocalStorage } from '@mantine/hooks'
import type { Editor } from '@tiptap/core'
import { type MouseEvent, useEffect, useState } from 'react'
import { listAlike, type Problem } from './listing'
import { boxOf, focusField, goTo, mend } from './places'
import { placeOf, problemAt, setCurrent } from './problems'
import type { Scoring } from './use-score'
import { stepTo, walkable } from './walk'

/** `pinned`: it was asked for, and stays until it is closed. */
type Open = { id: string; isPinned: boolean }

/** Going from problem to problem, and what can be done about the one that is looked at. */
export function useProblems({ problems }: Scoring, editor: Editor | null) {
  const [open, setOpen] = useState<Open | null>(null)
  const [withAdvice, setWithAdvice] = useLocalStorage({ key: 'masthead.score.advice', defaultValue: false })
  const list = walkable(problems, withAdvice)
  const current = problems.find(({ id, waiver }) => id === open?.id && waiver === null) ?? null

  const look = (next: Open | null) => {
    setOpen(next)
    if (editor && !editor.isDestroyed) setCurrent(editor.view, next?.id ?? null)
  }
  const show = (problem: Problem) => {
    if (!editor) return
    goTo(editor.view, problem)
    look({ id: problem.id, isPinned: true })
  }
  const step = (by: 1 | -1) => {
    if (!editor) return
    const { state } = editor
    const isBefore = (problem: Problem) =>
      problem.where.field === 'body'
        ? (placeOf(state, problem.id)?.from ?? 0) < state.selection.from
        : problem.where.field === 'title' || problem.where.field === 'summary'
    const caret = editor.isFocused ? list.filter(isBefore).length : 0
    const next = stepTo(list, open?.id ?? null, { step: by, caret })
    if (next) show(next)
  }
  const close = () => {
    look(null)
    if (current) goBack(editor, current)
  }
  useHotkeys(
    [
      ['F8', () => step(1)],
      ['shift+F8', () => step(-1)],
    ],
    [],
    true,
  )

  // what is typed there changes the matter
  useEffect(() => {
    if (!editor) return
    const forget = () => setOpen(null)
    editor.on('update', forget)
    return () => {
      editor.off('update', forget)
    }
  }, [editor])

  return {
    list,
    current,
    isPinned: open?.isPinned ?? false,
    position: current ? list.findIndex(({ id }) => id === current.id) + 1 : 0,
    withAdvice,
    setWithAdvice,
    show,
    back: (problem: Problem) => goBack(editor, problem),
    step,
    close,
    alike: current ? listAlike(problems, current) : [],
    mend: (which: readonly Problem[]) => {
      if (!editor) return 0
      const [first] = which
      const count = mend(editor.view, which)
      look(null)
      if (first) goBack(editor, first)
      return count
    },
    box: (problem: Problem) => (editor && !editor.isDestroyed ? boxOf(editor.view, problem) : null),
    /** The pointer rests on a problem of the text, or on none. */
    hover: (id: string | null) => {
      if (open?.isPinned) return
      if (id !== open?.id) look(id === null ? null : { id, isPinned: false })
    },
    /** Somebody clicked on a problem of the text, or beside them all. */
    press: (id: string | null) => look(id === null ? null : { id, isPinned: true }),
    /** The problem that the pointer is over. */
    under: ({ target, clientX: left, clientY: top }: MouseEvent): string | null => {
      const isMarked = target instanceof Element && target.closest('.problem') !== null
      const at = isMarked && editor ? editor.view.posAtCoords({ left, top }) : null
      if (!at || !editor) return null
      return problemAt(editor.state, at.pos, (id) => list.some((each) => each.id === id))
    },
  }
}

export type Problems = ReturnType<typeof useProblems>

// whoever leaves a card is back in what it is about
function goBack(editor: Editor | null, { where: { field } }: Problem): void {
  if (field === 'body') editor?.view.focus()
  else focusField(field)
}
