import { inContext } from '@/domain/score/context'
import type { Block } from '@/domain/score/reading'
import { FIELD_NAMES } from '@/domain/score/words'
import type { Problem } from './listing'
import styles from './score.module.css'

/** The words concerned among their neighbours. */
export function Words({ problem, blocks }: { problem: Problem; blocks: Block[] }) {
  const { field } = problem.where
  const { before, quote, after } = inContext(problem, blocks)
  return (
    <span className={styles.quote} dir="auto">
      {field !== 'body' && <small>{FIELD_NAMES[field]} </small>}
      {before}
      {quote && <mark>{quote}</mark>}
      {after}
      {field === 'body' && !quote && !before && !after && 'Here'}
    </span>
  )
}
