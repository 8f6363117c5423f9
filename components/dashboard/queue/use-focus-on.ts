import { useEffect, useState } from 'react'

/** Puts the focus on what has an id: what was pressed may be gone, and the work goes on elsewhere. */
export function useFocusOn(): (id: string) => void {
  const [focus, setFocus] = useState<{ on: string } | null>(null)
  useEffect(() => {
    if (focus) document.getElementById(focus.on)?.focus()
  }, [focus])
  return (id) => setFocus({ on: id })
}
