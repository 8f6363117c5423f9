import { useEffect, useRef } from 'react'

const FIELDS = 'input:not([type=checkbox], [type=radio]), textarea, select, [contenteditable], [role=dialog]'

/** Single keys for the whole page: never while one types, in a dialog, or together with another key. */
export function useShortcuts(keys: Record<string, () => void>, isOn: boolean): void {
  const current = useRef(keys)
  useEffect(() => {
    current.current = keys
  })
  useEffect(() => {
    if (!isOn) return
    const listen = (event: KeyboardEvent) => {
      const { key, target } = event
      if (event.defaultPrevented || event.isComposing || event.ctrlKey || event.metaKey || event.altKey)
        return
      if (target instanceof Element && target.closest(FIELDS)) return
      // a key that is held down walks on, and decides once
      if (event.repeat && key !== 'j' && key !== 'k') return
      const act = current.current[key]
      if (!act) return
      event.preventDefault()
      act()
    }
    document.addEventListener('keydown', listen)
    return () => document.removeEventListener('keydown', listen)
  }, [isOn])
}
