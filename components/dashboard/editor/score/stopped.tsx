import { useEffect, useRef, useState } from 'react'
import type { EditView } from '@/db/desk'
import type { PublishResult } from '@/db/publishing'
import type { StoredDocument } from '@/domain/document/stored'
import { GATE_NAMES } from '@/domain/score/gate'
import { readDocument } from '@/domain/score/reading'
import type { Problem } from './listing'
import styles from './score.module.css'
import type { Scoring } from './use-score'
import { Words } from './words'

export type Stopped = Extract<PublishResult, { reason: 'gate' }>

const NAMED = 6

type Props = {
  stopped: Stopped
  state: EditView['state']
  scoring: Scoring
  /** The text that was refused. */
  document: StoredDocument
  onShow: (problem: Problem) => void
}

const KEPT: Record<EditView['state'], string> = {
  draft: 'Your draft is saved, and readers see nothing of it.',
  scheduled: 'Your draft is saved; what was scheduled before still appears at its time.',
  published: 'Your draft is saved, and readers still have what was published before.',
  unpublished: 'Your draft is saved, and readers see nothing of it.',
}

/** Why it was not published: each problem with its place, what was kept, and how to go on. */
export function StoppedNotice({ stopped, state, scoring, document, onShow }: Props) {
  const { judged, problems, blocks, failure, again } = scoring
  const [before] = useState(judged)
  const [refused] = useState(() => readDocument(document).blocks)
  const notice = useRef<HTMLDivElement>(null)
  // whoever pressed the button far down the page would see nothing of it
  useEffect(() => {
    notice.current?.focus({ preventScroll: true })
    notice.current?.scrollIntoView({ block: 'nearest' })
  }, [])
  // what stops may have been decided anew since the page was opened
  useEffect(again, [again])
  // what was mended since is gone from what the page knows by now
  const isKnown = judged !== before && failure === null
  const left = isKnown
    ? problems.filter(({ tone, waiver }) => tone === 'stops' && waiver === null)
    : stopped.problems.map((each): Problem => ({ ...each, part: 'integrity', tone: 'stops' }))
  const shown = left.slice(0, NAMED)
  const count = isKnown ? left.length : stopped.count
  return (
    <div ref={notice} tabIndex={-1} className={styles.stopped}>
      {count === 0 ? (
        <p>Nothing stops it any more. Your draft is kept; publish it when you like.</p>
      ) : (
        <>
          <p>
            Not published: {count === 1 ? 'one problem stops' : `${count} problems stop`} it. {KEPT[state]}{' '}
            Mend {count === 1 ? 'it' : 'them'}
            {stopped.mayWaive
              ? ', or waive what is right as it stands with a reason; then publish again.'
              : '; or ask somebody who may waive what is right as it stands.'}
          </p>
          <ul>
            {shown.map((problem) => (
              <li key={problem.id}>
                <button type="button" className={styles.place} onClick={() => onShow(problem)}>
                  <Words problem={problem} blocks={isKnown ? blocks : refused} />
                </button>
                <p className={styles.mend}>
                  {problem.group && `${GATE_NAMES[problem.group]}. `}
                  {problem.why}
                </p>
              </li>
            ))}
          </ul>
          {count > NAMED && (
            <p className={styles.mend}>And {count - NAMED} more. F8 goes from one to the next.</p>
          )}
        </>
      )}
    </div>
  )
}
