'use client'

import type { Editor } from '@tiptap/core'
import type { Node } from '@tiptap/pm/model'
import { useCallback, useEffect, useMemo, useRef, useState } from 'react'
import type { Judged } from '@/db/judging'
import { type Block, readDocument } from '@/domain/score/reading'
import { UNREACHED } from '../desk'
import type { Fields } from '../fields'
import { judgeText } from './asking'
import { listProblems, type Problem } from './listing'
import { rangeOf } from './positions'
import { type Marked, setFound, setSent } from './problems'

const PAUSE_MS = 150
const SLOW_MS = 4_000
const AGAIN_MS = 1_000
const AGAIN_MOST_MS = 30_000

export type Scoring = {
  /** What was last found; null before anything was. */
  judged: Judged | null
  problems: Problem[]
  /** The text in which they were found. */
  blocks: Block[]
  /** The text has changed since, or was never scored. */
  isPending: boolean
  /** Why there is no newer score. */
  failure: string | null
  /** Why it takes longer. */
  delay: string | null
  again: () => void
}

type State = Pick<Scoring, 'judged' | 'failure' | 'delay' | 'blocks'> & { of: unknown }

const NONE: State = { judged: null, failure: null, delay: null, blocks: [], of: null }

const UNSCORED =
  'The text could not be scored just now; it is tried again by itself. Writing and saving go on as ever.'
const SLOW = 'Scoring takes longer than usual just now. Writing and saving go on as ever.'

/** Each time in a row later: whoever cannot be answered asks no more often for that. */
const restMs = (tries: number) => Math.min(AGAIN_MS * 2 ** tries, AGAIN_MOST_MS)

/** The score of what is typed, a moment after every pause while somebody sees it; the newest question is answered. */
export function useScore(articleId: number, fields: Fields, editor: Editor | null): Scoring {
  const [{ judged, failure, delay, blocks, of }, setState] = useState(NONE)
  const [asked, setAsked] = useState({})
  const tries = useRef(0)
  // waivers and a second try change the answer as well as the text does
  const question = useMemo(() => ({ fields, asked }), [fields, asked])

  useEffect(() => {
    if (!editor) return
    const controller = new AbortController()
    const { signal } = controller
    const timers = new Set<ReturnType<typeof setTimeout>>()
    const after = (ms: number, work: () => void) => timers.add(setTimeout(work, ms))
    const askLater = () => after(restMs(tries.current++), () => setAsked({}))
    const run = async () => {
      if (editor.isDestroyed) return
      const { doc } = editor.state
      setSent(editor.view)
      after(SLOW_MS, () => setState((before) => ({ ...before, delay: before.failure ? null : SLOW })))
      const judging = await judgeText(articleId, fields, signal)
      if (signal.aborted || editor.isDestroyed) return
      for (const timer of timers) clearTimeout(timer)
      if (judging.kind === 'scored') {
        tries.current = 0
        const { blocks } = readDocument(fields.document)
        setFound(editor.view, listProblems(judging.checks).flatMap(markedIn(doc, blocks)))
        setState({ judged: judging, failure: null, delay: null, blocks, of: question })
        return
      }
      if (judging.kind === 'overtaken' || judging.kind === 'busy') {
        if (judging.kind === 'busy') setState((before) => ({ ...before, delay: SLOW }))
        return askLater()
      }
      const isFinal = judging.kind === 'signed-out' || judging.kind === 'forbidden'
      const why = isFinal || judging.kind === 'unreachable' ? UNREACHED[judging.kind] : UNSCORED
      setState((before) => ({ ...before, failure: why, delay: null, of: question }))
      if (!isFinal) askLater()
    }
    const begin = () => after(PAUSE_MS, () => void run())
    // many tabs are open at once, and one is looked at
    if (document.hidden) document.addEventListener('visibilitychange', begin, { once: true, signal })
    else begin()
    return () => {
      for (const timer of timers) clearTimeout(timer)
      controller.abort()
    }
  }, [articleId, fields, editor, question])

  const problems = useMemo(() => listProblems(judged?.checks ?? []), [judged])
  const isPending = of !== question || failure !== null
  const again = useCallback(() => setAsked({}), [])
  return { judged, problems, blocks, isPending, failure, delay, again }
}

const markedIn =
  (doc: Node, blocks: readonly Block[]) =>
  ({ id, where, tone, waiver }: Problem): Marked[] => {
    if (waiver !== null || !('block' in where)) return []
    const range = rangeOf(doc, { ...where, block: blocks[where.block] })
    return range ? [{ id, range, tone }] : []
  }
