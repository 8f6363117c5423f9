import { ACTION_REFUSALS, type ActionRefusal } from '@/domain/article-actions'
import { UNREACHED, type Unreached } from './desk'
import styles from './discussion.module.css'

export type Saying = { tone: 'done' | 'problem'; text: string }

type Failed = { kind: 'missing' } | { kind: 'refused'; reason: ActionRefusal } | Unreached

/** Why something beside the text was not saved. */
export const sayingOf = (failed: Failed): Saying => ({
  tone: 'problem',
  text:
    failed.kind === 'refused'
      ? ACTION_REFUSALS[failed.reason]
      : failed.kind === 'missing'
        ? 'This article is gone.'
        : UNREACHED[failed.kind],
})

/** What became of a change that is saved at once. */
export function Said({ saying }: { saying: Saying | null }) {
  return (
    <p className={styles.said} role="status" data-tone={saying?.tone}>
      {saying?.text}
    </p>
  )
}
