import { useLocalStorage } from '@mantine/hooks'
import { useState } from 'react'
import { type Decision, DECISIONS } from './decisions'
import type { KeysProps, Thing } from './keys'
import { useShortcuts } from './use-shortcuts'

type Queue = {
  thing: Thing
  ids: number[]
  /** The id of the field that looks for others. */
  search: string
  focusOn: (id: number) => void
  decide: (id: number, to: Decision) => void
  choose: (id: number) => void
  undoLast: () => void
}

/** The single keys of a queue; answers what their sheet shows. */
export function useQueueKeys({ thing, ids, search, focusOn, decide, choose, undoLast }: Queue): KeysProps {
  const [isOpen, setIsOpen] = useState(false)
  const [isOn, setIsOn] = useLocalStorage({ key: 'masthead.queue-keys', defaultValue: true })
  const focused = () => {
    const element = document.activeElement?.closest('article')
    return ids.findIndex((id) => element?.id === `${thing}-${id}`)
  }
  const walk = (step: 1 | -1) => {
    const next = ids[Math.min(Math.max(focused() + step, 0), ids.length - 1)]
    if (next !== undefined) focusOn(next)
  }
  const onFocused = (act: (id: number) => void) => () => {
    const id = ids[focused()]
    if (id !== undefined) act(id)
  }
  const decisions = DECISIONS.map(([label, to]): [string, () => void] => [
    label.charAt(0).toLowerCase(),
    onFocused((id) => decide(id, to)),
  ])
  useShortcuts(
    {
      ...Object.fromEntries(decisions),
      j: () => walk(1),
      k: () => walk(-1),
      u: undoLast,
      x: onFocused(choose),
      '/': () => document.getElementById(search)?.focus(),
      '?': () => setIsOpen(true),
    },
    isOn,
  )
  return { thing, isOpen, setIsOpen, isOn, setIsOn }
}
