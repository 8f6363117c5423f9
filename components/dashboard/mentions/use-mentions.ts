import { useRef, useState } from 'react'
import { DONE } from '@/components/dashboard/queue/decisions'
import { useFocusOn } from '@/components/dashboard/queue/use-focus-on'
import type { DecidedState } from '@/domain/mentions/states'
import { IS_NOW, LEFT, type MentionActions, mentionsInNumber } from './state'

/** Where a mention of the page stands: what was decided shows the way back in the place of the buttons. */
export type Standing = { turn: 'asked' | 'decided'; note: string; isPending: boolean }
type Act = { ids: number[]; from: DecidedState; to: DecidedState }

const ASKED: Standing = { turn: 'asked', note: '', isPending: false }

/** What was decided about the mentions of one page, and the way back. Each stays in its place. */
export function useMentions(ids: number[], from: DecidedState | null, actions: MentionActions) {
  const [standings, setStandings] = useState<ReadonlyMap<number, Standing>>(new Map())
  const [said, setSaid] = useState('')
  const focusOn = useFocusOn()
  const acts = useRef<Act[]>([])

  const at = (id: number): Standing => standings.get(id) ?? ASKED
  const put = (some: number[], changes: Partial<Standing>) =>
    setStandings((all) => {
      const next = new Map(all)
      for (const id of some) next.set(id, { ...(all.get(id) ?? ASKED), ...changes })
      return next
    })

  const decide = async (wanted: number[], to: DecidedState) => {
    const some = wanted.filter((id) => at(id).turn === 'asked' && !at(id).isPending)
    if (from === null || to === from || some.length === 0) return
    put(some, { isPending: true, note: '' })
    const decided = await actions.decide({ ids: some, seen: from, state: to })
    if (decided.kind === 'refused') {
      put(some, { isPending: false, note: decided.sentence })
      setSaid(decided.sentence)
      return
    }
    put(decided.done, { turn: 'decided', isPending: false, note: DONE[to] })
    put(decided.left, { isPending: false, note: LEFT })
    if (decided.done.length > 0) acts.current.push({ ids: decided.done, from, to })
    setSaid(`${mentionsInNumber(decided.done.length)}: ${DONE[to]}`)
    const last = some.at(-1) ?? 0
    const next = ids.slice(ids.indexOf(last) + 1).find((id) => at(id).turn === 'asked')
    focusOn(next === undefined ? `undo-${last}` : `mention-${next}`)
  }

  const undo = async (id: number) => {
    const act = acts.current.findLast((each) => each.ids.includes(id))
    if (!act || at(id).isPending) return
    await takeBack({ ...act, ids: [id] })
    act.ids = act.ids.filter((each) => each !== id)
  }

  const takeBack = async ({ ids: some, from: before, to }: Act) => {
    put(some, { isPending: true })
    const undone = await actions.decide({ ids: some, seen: to, state: before })
    if (undone.kind === 'refused') return put(some, { isPending: false, note: undone.sentence })
    put(undone.done, { turn: 'asked', isPending: false, note: IS_NOW[before] })
    put(undone.left, { turn: 'asked', isPending: false, note: LEFT })
    setSaid(`${mentionsInNumber(undone.done.length)}: ${IS_NOW[before]}`)
    focusOn(`mention-${some[0] ?? 0}`)
  }

  const undoLast = () => {
    const act = acts.current.pop()
    if (act && act.ids.length > 0) void takeBack(act)
  }

  return { at, said, decide, undo, undoLast, focusOn: (id: number) => focusOn(`mention-${id}`) }
}
