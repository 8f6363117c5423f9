'use client'

import { VisuallyHidden } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import type { Editor } from '@tiptap/core'
import { type MouseEvent, useId, useRef, useState } from 'react'
import type { EditView } from '@/db/desk'
import type { WaiverView } from '@/db/waivers'
import type { Fields } from '../fields'
import { endWaiver, waive } from './asking'
import { notEnded, notWaived } from './answers'
import { Card } from './card'
import { ScoreChip } from './chip'
import type { Problem } from './listing'
import { ScorePanel } from './panel'
import { type Stopped, StoppedNotice } from './stopped'
import { useProblems } from './use-problems'
import { useScore } from './use-score'
import { WaiveDialog } from './waive-dialog'

const REST_MS = 250

type Around = {
  articleId: number
  fields: Fields
  clock: { now: Date; ownZone: string }
  /** Stores what is typed: a waiver is about words that are stored. */
  save: () => Promise<boolean>
}

/** The score beside the text, and all that one does about it. */
export function useReview({ articleId, fields, clock, save }: Around) {
  const [editor, setEditor] = useState<Editor | null>(null)
  const scoring = useScore(articleId, fields, editor)
  const problems = useProblems(scoring, editor)
  const [waiving, setWaiving] = useState<Problem | null>(null)
  const rest = useRef<ReturnType<typeof setTimeout>>(undefined)
  const panelId = useId()
  const { current } = problems
  const mayWaive = scoring.judged?.mayWaive ?? false

  const later = (work: () => void) => {
    clearTimeout(rest.current)
    rest.current = setTimeout(work, REST_MS)
  }
  const send = async (problem: Problem, reason: string): Promise<string | null> => {
    if (!problem.passage) return 'There are no words here that a waiver could be about.'
    if (!(await save())) return 'The article could not be saved, so nothing was waived.'
    const result = await waive(articleId, problem.passage, reason)
    if (result.kind !== 'done') return notWaived(result)
    setWaiving(null)
    problems.close()
    problems.back(problem)
    scoring.again()
    return null
  }
  const takeBack = async ({ id }: WaiverView) => {
    const result = await endWaiver(articleId, id)
    if (result.kind !== 'done') notifications.show({ message: notEnded(result) })
    // the button is gone with its waiver
    document.getElementById(panelId)?.focus({ preventScroll: true })
    scoring.again()
  }
  return {
    onReady: setEditor,
    /** What the pointer does over the text. */
    pointer: {
      onMouseMove: (event: MouseEvent) => {
        const id = problems.under(event)
        if (id !== (current?.id ?? null)) later(() => problems.hover(id))
        else clearTimeout(rest.current)
      },
      onMouseLeave: () => later(() => problems.hover(null)),
      onClick: (event: MouseEvent) => problems.press(problems.under(event)),
    },
    hidesAdvice: !problems.withAdvice,
    chip: <ScoreChip panelId={panelId} scoring={scoring} problems={problems} />,
    panel: (
      <ScorePanel
        id={panelId}
        scoring={scoring}
        problems={problems}
        clock={clock}
        onEndWaiver={(waiver) => void takeBack(waiver)}
      />
    ),
    noticeOf: (stopped: Stopped, state: EditView['state']) => (
      <StoppedNotice
        stopped={stopped}
        state={state}
        scoring={scoring}
        document={fields.document}
        onShow={problems.show}
      />
    ),
    beside: (
      <>
        <VisuallyHidden role="status">
          {current && problems.isPinned && saidOf(current, problems.position, problems.list.length)}
        </VisuallyHidden>
        {current && (
          <Card
            key={current.id}
            problem={current}
            problems={problems}
            mayWaive={mayWaive}
            onWaive={setWaiving}
            onEnter={() => clearTimeout(rest.current)}
            onLeave={() => later(() => problems.hover(null))}
          />
        )}
        {waiving && (
          <WaiveDialog
            problem={waiving}
            blocks={scoring.blocks}
            onWaive={(reason) => send(waiving, reason)}
            onClose={() => {
              setWaiving(null)
              problems.back(waiving)
            }}
          />
        )}
      </>
    ),
  }
}

const saidOf = ({ quote, why }: Problem, position: number, count: number) =>
  `Problem ${position} of ${count}. ${quote ? `“${quote}”. ` : ''}${why} Control and full stop lead to what can be done.`
