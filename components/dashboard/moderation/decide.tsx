import { Button, Tooltip } from '@mantine/core'
import { DECISIONS } from '@/components/dashboard/queue/decisions'
import type { CommentState } from '@/domain/comments/states'
import styles from '@/components/dashboard/queue/queue.module.css'
import { IS_NOW } from './words'

type Props = {
  id: number
  state: CommentState
  isPending: boolean
  decide: (wanted: CommentState) => void
}

/** The four decisions; the one that holds already can be reached, says so, and does nothing. */
export function Decide({ id, state, isPending, decide }: Props) {
  const firstPossible = DECISIONS.find(([, wanted]) => wanted !== state)?.[1]
  return (
    <div className={styles.buttons}>
      {DECISIONS.map(([label, wanted]) =>
        wanted === state ? (
          <Tooltip
            key={wanted}
            label={`It ${IS_NOW[state]} already.`}
            events={{ hover: true, focus: true, touch: true }}
          >
            <Button
              variant="default"
              data-disabled
              aria-disabled
              aria-description={`It ${IS_NOW[state]} already.`}
            >
              {label}
            </Button>
          </Tooltip>
        ) : (
          <Button
            key={wanted}
            id={wanted === firstPossible ? `first-${id}` : undefined}
            variant={wanted === 'published' ? 'filled' : 'default'}
            // two presses are one decision
            aria-disabled={isPending || undefined}
            onClick={() => decide(wanted)}
          >
            {label}
          </Button>
        ),
      )}
    </div>
  )
}
