'use client'

import { type FocusEvent, type KeyboardEvent, type RefObject, useEffect } from 'react'

const controls = (toolbar: HTMLElement) =>
  [...toolbar.querySelectorAll<HTMLElement>('button, select')].filter(
    (control) => !control.hasAttribute('disabled'),
  )

/** The toolbar pattern: one control can be reached by Tab, the arrow keys, Home and End go to the others. */
export function useRovingFocus(toolbar: RefObject<HTMLElement | null>) {
  const choose = (chosen: HTMLElement | undefined) => {
    if (!toolbar.current || !chosen) return
    for (const control of controls(toolbar.current)) control.tabIndex = control === chosen ? 0 : -1
  }
  useEffect(() => {
    if (!toolbar.current) return
    const [first, ...others] = controls(toolbar.current)
    if (first) first.tabIndex = 0
    for (const control of others) control.tabIndex = -1
  })
  return {
    onFocus: (event: FocusEvent) => {
      if (event.target instanceof HTMLElement) choose(event.target)
    },
    onKeyDown: (event: KeyboardEvent) => {
      if (!toolbar.current) return
      const all = controls(toolbar.current)
      const at = all.indexOf(event.target as HTMLElement)
      const to = { ArrowRight: at + 1, ArrowLeft: at - 1, Home: 0, End: all.length - 1 }[event.key]
      if (at < 0 || to === undefined) return
      event.preventDefault()
      all.at(to % all.length)?.focus()
    },
  }
}
