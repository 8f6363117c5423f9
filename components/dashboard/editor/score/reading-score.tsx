'use client'

import { Button } from '@mantine/core'
import { useEffect, useMemo, useRef, useState } from 'react'
import type { EditView } from '@/db/desk'
import type { Judged } from '@/db/judging'
import { readDocument } from '@/domain/score/reading'
import { checkName } from '@/domain/score/words'
import { fieldsOf } from '../fields'
import { notEnded, notWaived } from './answers'
import { endWaiver, judgeText, waive } from './asking'
import { Figures } from './figures'
import { listProblems, type Problem } from './listing'
import styles from './score.module.css'
import { WaiveDialog } from './waive-dialog'
import { Waivers } from './waivers'
import { Words } from './words'

type Props = { article: Pick<EditView, 'id' | 'revision'>; clock: { now: Date; ownZone: string } }

/** What is wrong with a draft, for those who read it: some of them may say that it is right as it stands. */
export function ReadingScore({ article: { id, revision }, clock }: Props) {
  const [judged, setJudged] = useState<Judged | null>(null)
  const [said, setSaid] = useState('Reading the text …')
  const [asked, setAsked] = useState({})
  const [waiving, setWaiving] = useState<Problem | null>(null)
  const section = useRef<HTMLElement>(null)
  const blocks = useMemo(() => readDocument(revision.document).blocks, [revision])
  useEffect(() => {
    const controller = new AbortController()
    void judgeText(id, fieldsOf(revision), controller.signal).then((judging) => {
      if (controller.signal.aborted) return
      if (judging.kind === 'scored') setJudged(judging)
      setSaid(
        judging.kind === 'scored' ? '' : 'The text could not be scored just now. Open it again in a moment.',
      )
    })
    return () => controller.abort()
  }, [id, revision, asked])

  const found = listProblems(judged?.checks ?? []).filter(({ waiver }) => waiver === null)
  const problems = (['stops', 'flaw'] as const).flatMap((tone) => found.filter((each) => each.tone === tone))
  const leave = () => {
    setWaiving(null)
    section.current?.focus({ preventScroll: true })
  }
  const send = async (problem: Problem, reason: string): Promise<string | null> => {
    if (!problem.passage) return 'There are no words here that a waiver could be about.'
    const result = await waive(id, problem.passage, reason)
    if (result.kind !== 'done') return notWaived(result)
    leave()
    setAsked({})
    return null
  }
  const takeBack = async (waiverId: number) => {
    const result = await endWaiver(id, waiverId)
    setSaid(result.kind === 'done' ? '' : notEnded(result))
    setAsked({})
  }
  return (
    <section ref={section} tabIndex={-1} className={styles.reading} aria-label="Score">
      {judged && <Figures judged={judged} isPending={false} />}
      <p className={styles.said} role="status">
        {said}
      </p>
      {judged && problems.length === 0 && (
        <p className={styles.clear}>Nothing in the text is known to be wrong.</p>
      )}
      {judged && problems.length > 0 && (
        <details className={styles.group} open={judged.mayWaive}>
          <summary>
            Problems <span className={styles.count}>{problems.length}</span>
          </summary>
          <ul className={styles.found} aria-label="Problems">
            {problems.map((problem) => (
              <li key={problem.id}>
                <p className={styles.name}>
                  <span>{checkName(problem.check)}</span>
                  {problem.tone === 'stops' && <span className={styles.count}>stops publication</span>}
                </p>
                <Words problem={problem} blocks={blocks} />
                <p className={styles.mend}>
                  {problem.why} {problem.mend}
                </p>
                {judged?.mayWaive && problem.passage && (
                  <div className={styles.actions}>
                    <Button size="compact-sm" variant="default" onClick={() => setWaiving(problem)}>
                      Waive …
                    </Button>
                  </div>
                )}
              </li>
            ))}
          </ul>
        </details>
      )}
      {judged && (
        <Waivers
          waivers={judged.waivers}
          mayWaive={judged.mayWaive}
          clock={clock}
          onEnd={({ id: waiverId }) => void takeBack(waiverId)}
        />
      )}
      {waiving && (
        <WaiveDialog
          problem={waiving}
          blocks={blocks}
          onWaive={(reason) => send(waiving, reason)}
          onClose={leave}
        />
      )}
    </section>
  )
}
