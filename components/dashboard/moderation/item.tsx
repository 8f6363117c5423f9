import { Entry } from '@/components/dashboard/queue/entry'
import type { QueueItem } from '@/db/queue'
import type { CommentState } from '@/domain/comments/states'
import { Decide } from './decide'
import { Honours } from './honours'
import { Said } from './said'
import type { GiveHonour } from './state'
import type { Standing } from './use-queue'

type Props = {
  item: QueueItem & { written: string }
  standing: Standing
  isChosen?: boolean
  /** Left out where there is nothing to choose from. */
  choose?: (isRange: boolean) => void
  decide: (wanted: CommentState) => void
  undo: () => void
  give: GiveHonour
}

export function Item({ item, standing, isChosen = false, choose, decide, undo, give }: Props) {
  const { id, name } = item
  const { state, note, isPending } = standing
  return (
    <Entry
      thing="comment"
      id={id}
      name={name}
      standing={standing}
      isChosen={isChosen}
      choose={choose}
      undo={undo}
      said={<Said item={item} state={state} isAlone={!choose} />}
    >
      <Decide id={id} state={state} isPending={isPending} decide={decide} />
      {note && <p>{note}</p>}
      {state === 'published' && <Honours comment={item} give={give} />}
    </Entry>
  )
}
