import { Button, Checkbox } from '@mantine/core'
import type { ReactNode } from 'react'
import type { Thing } from './keys'
import styles from './queue.module.css'

type Props = {
  thing: Thing
  id: number
  /** Whose it is; the heading that says so has the id `by-ID`. */
  name: string
  /** What was `decided` shows the way back in the place of the buttons. */
  standing: { turn: 'asked' | 'decided'; note: string; isPending: boolean }
  isChosen: boolean
  /** `isRange`: and everything between it and the one chosen before. Left out where there is nothing to choose from. */
  choose: ((isRange: boolean) => void) | undefined
  undo: () => void
  /** Who said what, where, and why it stands here. */
  said: ReactNode
  /** What can be done about it. */
  children: ReactNode
}

/** A comment or a mention in its queue. */
export function Entry({ thing, id, name, standing, isChosen, choose, undo, said, children }: Props) {
  const { turn, note, isPending } = standing
  return (
    <article
      id={`${thing}-${id}`}
      className={styles.item}
      // the keys walk from one to the next
      tabIndex={-1}
      aria-labelledby={`by-${id}`}
      data-decided={turn === 'decided' || undefined}
      data-chosen={isChosen || undefined}
      data-alone={!choose || undefined}
    >
      {choose && (
        <Checkbox
          aria-label={`Choose the ${thing} by ${name}`}
          checked={isChosen}
          disabled={turn === 'decided'}
          onChange={({ nativeEvent }) => choose(nativeEvent instanceof MouseEvent && nativeEvent.shiftKey)}
        />
      )}
      {said}
      <div className={styles.turn}>
        {turn === 'decided' ? (
          <>
            <p>{note}</p>
            <Button id={`undo-${id}`} variant="default" aria-disabled={isPending || undefined} onClick={undo}>
              Undo
            </Button>
          </>
        ) : (
          children
        )}
      </div>
    </article>
  )
}
