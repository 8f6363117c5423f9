'use client'

import { useEffect } from 'react'

const QUESTION =
  'Leave without saving? What you typed stays in this browser until you come back to this article.'

/** Asks before the page is left with something unsaved: by closing, by a link, by a command of the navigation. */
export function useLeaveGuard(isUnsaved: boolean) {
  useEffect(() => {
    if (!isUnsaved) return
    const beforeUnload = (event: BeforeUnloadEvent) => event.preventDefault()
    const confirm = (event: Event) => {
      if (window.confirm(QUESTION)) return
      event.preventDefault()
      event.stopPropagation()
    }
    const click = (event: MouseEvent) => {
      const link = event.target instanceof Element ? event.target.closest('a[href]') : null
      const elsewhere =
        link?.getAttribute('target') === '_blank' || link?.getAttribute('href')?.startsWith('#')
      const newTab = event.metaKey || event.ctrlKey || event.shiftKey || event.button !== 0
      if (link && !elsewhere && !newTab && !isInBody(link)) confirm(event)
    }
    const submit = (event: SubmitEvent) => {
      // the forms of the shell leave the page, those of the editor and its dialogs do not
      if (event.target instanceof Element && event.target.closest('nav')) confirm(event)
    }
    window.addEventListener('beforeunload', beforeUnload)
    document.addEventListener('click', click, true)
    document.addEventListener('submit', submit, true)
    return () => {
      window.removeEventListener('beforeunload', beforeUnload)
      document.removeEventListener('click', click, true)
      document.removeEventListener('submit', submit, true)
    }
  }, [isUnsaved])
}

const isInBody = (element: Element) => element.closest('[contenteditable]') !== null
