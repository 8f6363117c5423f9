import { Button, Checkbox } from '@mantine/core'
import type { QueueItem } from '@/db/queue'
import type { CommentState } from '@/domain/comments/states'
import { Decide } from './decide'
import { Honours } from './honours'
import styles from './queue.module.css'
import { Said } from './said'
import type { GiveHonour } from './state'
import type { Standing } from './use-queue'

type Props = {
  item: QueueItem & { written: string }
  standing: Standing
  isChosen?: boolean
  /** `isRange`: and everything between it and the one chosen before. Left out where there is nothing to choose from. */
  choose?: (isRange: boolean) => void
  decide: (wanted: CommentState) => void
  undo: () => void
  give: GiveHonour
}

export function Item({ item, standing, isChosen = false, choose, decide, undo, give }: Props) {
  const { id } = item
  const { state, turn, note, isPending } = standing
  return (
    <article
      id={`comment-${id}`}
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
          aria-label={`Choose the comment by ${item.name}`}
          checked={isChosen}
          disabled={turn === 'decided'}
          onChange={({ nativeEvent }) => choose(nativeEvent instanceof MouseEvent && nativeEvent.shiftKey)}
        />
      )}
      <Said item={item} state={state} isAlone={!choose} />
      <div className={styles.turn}>
        {turn === 'decided' ? (
          <>
            <p>{note}</p>
            <Button id={`undo-${id}`} variant="default" aria-disabled={isPending || undefined} onClick={undo}>
              Undo
            </Button>
          </>
        ) : (
          <>
            <Decide id={id} state={state} isPending={isPending} decide={decide} />
            {note && <p>{note}</p>}
            {state === 'published' && <Honours comment={item} give={give} />}
          </>
        )}
      </div>
    </article>
  )
}
