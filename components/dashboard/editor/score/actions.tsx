import { Button } from '@mantine/core'
import type { Problem } from './listing'
import styles from './score.module.css'

type Props = {
  problem: Problem
  /** All that are mended as it is, itself among them. */
  alike: Problem[]
  mayWaive: boolean
  onMend: (which: Problem[]) => void
  onWaive: (problem: Problem) => void
}

/** What can be done about a problem at once. */
export function Actions({ problem, alike, mayWaive, onMend, onWaive }: Props) {
  const { instead, passage } = problem
  return (
    <div className={styles.actions}>
      {instead !== undefined && (
        <Button size="compact-sm" onClick={() => onMend([problem])}>
          {instead === '' ? 'Take it out' : `Replace with “${shortened(instead)}”`}
        </Button>
      )}
      {alike.length > 1 && (
        <Button size="compact-sm" variant="default" onClick={() => onMend(alike)}>
          All {alike.length} alike
        </Button>
      )}
      {mayWaive && passage && (
        <Button size="compact-sm" variant="default" onClick={() => onWaive(problem)}>
          Waive …
        </Button>
      )}
    </div>
  )
}

const shortened = (text: string, most = 40) =>
  text.length > most ? `${text.slice(0, most).trimEnd()} …` : text
