'use client'

import type { Editor } from '@tiptap/core'
import type { Node } from '@tiptap/pm/model'
import { useEffect, useMemo, useState } from 'react'
import type { Judged } from '@/db/judging'
import { type Block, readDocument } from '@/domain/score/reading'
import { UNREACHED } from '../desk'
import type { Fields } from '../fields'
import { judgeText } from './asking'
import { listProblems, type Problem } from './listing'
import { rangeOf } from './positions'
import { type Marked, setFound, setSent } from './problems'

const PAUSE_MS = 150
const AGAIN_MS = 1_000

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
  again: () => void
}

type State = Pick<Scoring, 'judged' | 'failure' | 'blocks'> & { of: unknown }

const NONE: State = { judged: null, failure: null, blocks: [], of: null }

const UNSCORED = 'The text could not be scored just now. Writing and saving go on as ever.'

/** The score of what is typed, a moment after every pause; of several questions the newest is answered. */
export function useScore(articleId: number, fields: Fields, editor: Editor | null): Scoring {
  const [{ judged, failure, blocks, of }, setState] = useState(NONE)
  const [asked, setAsked] = useState({})
  // waivers and a second try change the answer as well as the text does
  const question = useMemo(() => ({ fields, asked }), [fields, asked])

  useEffect(() => {
    if (!editor) return
    const controller = new AbortController()
    const { signal } = controller
    let timer = setTimeout(() => void run(editor), PAUSE_MS)
    const run = async (editor: Editor) => {
      if (editor.isDestroyed) return
      const { doc } = editor.state
      setSent(editor.view)
      const judging = await judgeText(articleId, fields, signal)
      if (signal.aborted || editor.isDestroyed) return
      if (judging.kind === 'overtaken') {
        timer = setTimeout(() => setAsked({}), AGAIN_MS)
        return
      }
      if (judging.kind !== 'scored') {
        const why =
          judging.kind === 'signed-out' || judging.kind === 'forbidden' || judging.kind === 'unreachable'
            ? UNREACHED[judging.kind]
            : UNSCORED
        setState((before) => ({ ...before, failure: why, of: question }))
        return
      }
      const { blocks } = readDocument(fields.document)
      setFound(editor.view, listProblems(judging.checks).flatMap(markedIn(doc, blocks)))
      setState({ judged: judging, failure: null, blocks, of: question })
    }
    return () => {
      clearTimeout(timer)
      controller.abort()
    }
  }, [articleId, fields, editor, question])

  const problems = useMemo(() => listProblems(judged?.checks ?? []), [judged])
  return { judged, problems, blocks, isPending: of !== question, failure, again: () => setAsked({}) }
}

const markedIn =
  (doc: Node, blocks: readonly Block[]) =>
  ({ id, where, tone, waiver }: Problem): Marked[] => {
    if (waiver !== null || !('block' in where)) return []
    const range = rangeOf(doc, { ...where, block: blocks[where.block] })
    return range ? [{ id, range, tone }] : []
  }
