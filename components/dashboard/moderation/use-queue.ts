import { useRef, useState } from 'react'
import { DONE } from '@/components/dashboard/queue/decisions'
import { useFocusOn } from '@/components/dashboard/queue/use-focus-on'
import type { CommentState } from '@/domain/comments/states'
import type { Counts, Elsewhere, ModerationActions, Order } from './state'
import { moved } from './state'
import { CHANGED_BY_AUTHOR, decidedElsewhere, doneManyInWords, IS_NOW, undoneManyInWords } from './words'

/** Where a comment of the page stands: `decided` shows the way back in the place of the buttons. */
export type Standing = { state: CommentState; turn: 'asked' | 'decided'; note: string; isPending: boolean }
type Act = { ids: number[]; batchId?: number }
type Listed = { id: number; name: string; state: CommentState; edits: number }

/** What was decided about the comments of one page. Each stays in its place until the page is opened again. */
export function useQueue(items: Listed[], counts: Counts, actions: ModerationActions) {
  const [standings, setStandings] = useState<Record<number, Standing>>(() =>
    Object.fromEntries(
      items.map(({ id, state }) => [id, { state, turn: 'asked', note: '', isPending: false }]),
    ),
  )
  const [current, setCurrent] = useState(counts)
  const [said, setSaid] = useState('')
  const focusOn = useFocusOn()
  const [many, setMany] = useState<(Act & { sentence: string }) | null>(null)
  const acts = useRef<Act[]>([])

  const at = (id: number): Standing =>
    standings[id] ?? { state: 'held', turn: 'asked', note: '', isPending: false }
  const put = (id: number, changes: Partial<Standing>) =>
    setStandings((all) => {
      const before = all[id]
      return before ? { ...all, [id]: { ...before, ...changes } } : all
    })
  const settle = (id: number, to: CommentState, changes: Partial<Standing>) => {
    setCurrent((counts) => moved(counts, at(id).state, to))
    put(id, { state: to, isPending: false, ...changes })
  }
  const tellElsewhere = (elsewhere: Elsewhere) =>
    settle(elsewhere.id, elsewhere.state, {
      turn: 'asked',
      note: elsewhere.state === at(elsewhere.id).state ? CHANGED_BY_AUTHOR : decidedElsewhere(elsewhere),
    })
  // what is asked now and then may be answered after a decision of one's own
  const tellNews = (news: Elsewhere) => {
    const { state, isPending } = at(news.id)
    if (!isPending && state !== news.state) tellElsewhere(news)
  }
  const nameOf = (id: number) => items.find((item) => item.id === id)?.name ?? ''
  const editsOf = (id: number) => items.find((item) => item.id === id)?.edits ?? 0
  const nextAsked = (id: number) => {
    const rest = items.slice(items.findIndex((item) => item.id === id) + 1)
    return rest.find((item) => at(item.id).turn === 'asked' && !at(item.id).isPending)?.id
  }

  const decide = async (id: number, wanted: CommentState) => {
    const { state, isPending, turn } = at(id)
    if (isPending || turn === 'decided' || state === wanted) return
    put(id, { isPending: true, note: '' })
    const next = nextAsked(id)
    if (next !== undefined) focusOn(`comment-${next}`)
    const decided = await actions.decide({ id, seen: state, edits: editsOf(id), state: wanted })
    if (decided.kind === 'done') {
      settle(id, decided.state, { turn: 'decided', note: DONE[decided.state] })
      setSaid(`${nameOf(id)}: ${DONE[decided.state]}`)
      acts.current.push({ ids: [id] })
      if (next === undefined) focusOn(`undo-${id}`)
      return
    }
    const note = decided.kind === 'changed' ? decidedElsewhere(decided) : decided.sentence
    if (decided.kind === 'changed') tellElsewhere(decided)
    else put(id, { isPending: false, note })
    setSaid(`${nameOf(id)}: ${note}`)
    if (next === undefined) focusOn(`first-${id}`)
  }

  const undo = async (id: number) => {
    const { state, isPending } = at(id)
    if (isPending) return
    put(id, { isPending: true })
    const undone = await actions.undo({ id, seen: state })
    const note =
      undone.kind === 'done'
        ? `Taken back: it ${IS_NOW[undone.state]} again.`
        : undone.kind === 'changed'
          ? decidedElsewhere(undone)
          : undone.sentence
    settle(id, undone.kind === 'refused' ? state : undone.state, { turn: 'asked', note })
    acts.current = acts.current.filter(({ ids, batchId }) => batchId !== undefined || ids[0] !== id)
    setSaid(`${nameOf(id)}: ${note}`)
    focusOn(`first-${id}`)
  }

  const decideMany = async (order: Order) => {
    const { ids, to } = order
    for (const id of ids) put(id, { isPending: true, note: '' })
    const decided = await actions.decideMany(order)
    if (decided.kind === 'refused') {
      for (const id of ids) put(id, { isPending: false, note: decided.sentence })
      setSaid(decided.sentence)
      return
    }
    for (const id of decided.done) settle(id, to, { turn: 'decided', note: DONE[to] })
    for (const elsewhere of decided.changed) tellElsewhere(elsewhere)
    const sentence = doneManyInWords(decided.done.length, decided.changed.length, to)
    const act = { ids: decided.done, batchId: decided.batchId }
    if (decided.done.length > 0) acts.current.push(act)
    setMany({ ...act, sentence })
    setSaid(sentence)
    focusOn('undo-many')
  }

  const undoMany = async ({ ids, batchId }: { ids: number[]; batchId: number }) => {
    const from = items[0]?.state
    const undone = await actions.undoMany({ batchId, ids })
    if (undone.kind === 'refused') {
      setMany({ ids: [], sentence: undone.sentence })
      setSaid(undone.sentence)
      return
    }
    for (const { id, state } of undone.now)
      settle(id, state, { turn: 'asked', note: `It ${IS_NOW[state]} now.` })
    acts.current = acts.current.filter((act) => act.batchId !== batchId)
    const sentence = undoneManyInWords(undone.now, from)
    setMany({ ids: [], sentence })
    setSaid(sentence)
    const [first] = undone.now
    if (first) focusOn(`comment-${first.id}`)
  }

  const undoLast = () => {
    const act = acts.current.at(-1)
    const [id] = act?.ids ?? []
    if (act?.batchId !== undefined) void undoMany({ ids: act.ids, batchId: act.batchId })
    else if (id !== undefined) void undo(id)
  }

  return {
    at,
    counts: current,
    said,
    many,
    decide,
    undo,
    decideMany,
    undoMany,
    undoLast,
    tellNews,
    focusOn: (id: number) => focusOn(`comment-${id}`),
  }
}
