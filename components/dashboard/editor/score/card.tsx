'use client'

import { CloseButton, Kbd } from '@mantine/core'
import { useHotkeys } from '@mantine/hooks'
import { checkName } from '@/domain/score/words'
import { Actions } from './actions'
import type { Problem } from './listing'
import own from './card.module.css'
import styles from './score.module.css'
import { useAnchor } from './use-anchor'
import type { Problems } from './use-problems'

type Props = {
  problem: Problem
  problems: Problems
  mayWaive: boolean
  onWaive: (problem: Problem) => void
  onEnter: () => void
  onLeave: () => void
}

/** What is wrong at a place of the text, beside it, and what can be done. The text keeps the focus. */
export function Card({ problem, problems, mayWaive, onWaive, onEnter, onLeave }: Props) {
  const card = useAnchor<HTMLDivElement>(() => problems.box(problem))
  useHotkeys(
    [
      ['Escape', problems.close],
      ['mod+.', () => card.current?.querySelector('button')?.focus()],
    ],
    [],
    true,
  )
  const { position, list } = problems
  return (
    <div
      ref={card}
      className={own.card}
      role="dialog"
      aria-label={`Problem: ${checkName(problem.check)}`}
      data-tone={problem.tone}
      onMouseEnter={onEnter}
      onMouseLeave={onLeave}
    >
      <div className={own.head}>
        <p className={styles.name}>{checkName(problem.check)}</p>
        {position > 0 && (
          <p className={styles.count}>
            {position} of {list.length}
          </p>
        )}
      </div>
      <p className={styles.why}>{problem.why}</p>
      <p className={styles.mend}>{problem.mend}</p>
      <Actions
        problem={problem}
        alike={problems.alike}
        mayWaive={mayWaive}
        onMend={problems.mend}
        onWaive={onWaive}
      />
      <p className={own.keys}>
        <Kbd size="xs">F8</Kbd> next
        <span>
          <Kbd size="xs">Ctrl</Kbd> <Kbd size="xs">.</Kbd> choose
        </span>
      </p>
      <CloseButton
        className={own.close}
        size="sm"
        aria-label="Close, back to the text"
        onClick={problems.close}
      />
    </div>
  )
}
