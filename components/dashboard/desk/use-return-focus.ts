import { useEffect } from 'react'

/** Gives the focus back to what had it, for a dialog that is taken away rather than closed. */
export function useReturnFocus(): void {
  useEffect(() => {
    const before = document.activeElement
    return () => {
      if (before instanceof HTMLElement) before.focus()
    }
  }, [])
}
