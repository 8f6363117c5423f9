import { Button } from '@mantine/core'
import type { CommentState } from '@/domain/comments/states'
import styles from './bulk-bar.module.css'
import { commentsInNumber, DECISIONS } from './words'

type Props = {
  /** The state of all that are listed. */
  state: CommentState
  chosen: number
  decide: (wanted: CommentState) => void
  clear: () => void
  /** What the last decision about many did; `undo` while it can be taken back. */
  done: { sentence: string; undo?: () => void } | null
}

/** What can be done to the comments that are chosen; it stays in sight while one reads on. */
export function BulkBar({ state, chosen, decide, clear, done }: Props) {
  if (chosen === 0 && !done) return null
  return (
    <section className={styles.bar} aria-label="Chosen comments">
      {chosen > 0 ? (
        <>
          <p>{commentsInNumber(chosen)} chosen</p>
          <div className={styles.buttons}>
            {DECISIONS.filter(([, wanted]) => wanted !== state).map(([label, wanted]) => (
              <Button
                key={wanted}
                variant={wanted === 'published' ? 'filled' : 'default'}
                onClick={() => decide(wanted)}
              >
                {label} {chosen}
              </Button>
            ))}
            <Button variant="subtle" onClick={clear}>
              Choose none
            </Button>
          </div>
        </>
      ) : (
        <>
          <p>{done?.sentence}</p>
          {done?.undo && (
            <Button id="undo-many" variant="default" onClick={done.undo}>
              Undo all of it
            </Button>
          )}
        </>
      )}
    </section>
  )
}
