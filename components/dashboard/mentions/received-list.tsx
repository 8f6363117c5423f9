'use client'

import { UnstyledButton, VisuallyHidden } from '@mantine/core'
import { ChosenBar } from '@/components/dashboard/queue/chosen-bar'
import { Keys } from '@/components/dashboard/queue/keys'
import queue from '@/components/dashboard/queue/queue.module.css'
import { useChosen } from '@/components/dashboard/queue/use-chosen'
import { useQueueKeys } from '@/components/dashboard/queue/use-queue-keys'
import { isDecided, type MentionState } from '@/domain/mentions/states'
import { Received, type ReceivedItem } from './received'
import type { MentionActions } from './state'
import { useMentions } from './use-mentions'

type Props = { state: MentionState; items: ReceivedItem[]; actions: MentionActions }

/** Mentions of one state. What was decided stays in its place until the list is opened again. */
export function ReceivedList({ state, items, actions }: Props) {
  const from = isDecided(state) ? state : null
  const ids = items.map(({ id }) => id)
  const mentions = useMentions(ids, from, actions)
  const { chosen, choose, chooseAll, chooseNone } = useChosen(ids)
  const isFree = (id: number) => from !== null && mentions.at(id).turn === 'asked'
  const meant = ids.filter((id) => chosen.has(id) && isFree(id))
  const keys = useQueueKeys({
    thing: 'mention',
    ids,
    search: 'mention-host',
    focusOn: mentions.focusOn,
    decide: (id, to) => void mentions.decide([id], to),
    choose: (id) => isFree(id) && choose(id, false),
    undoLast: mentions.undoLast,
  })
  return (
    <div className={queue.queue}>
      <VisuallyHidden role="status">{mentions.said}</VisuallyHidden>
      <div className={queue.all}>
        {from && items.length > 0 && (
          <UnstyledButton className={queue.link} onClick={chooseAll}>
            Choose all on this page
          </UnstyledButton>
        )}
        <Keys {...keys} />
      </div>
      {items.map((item) => (
        <Received
          key={item.id}
          item={item}
          standing={mentions.at(item.id)}
          isChosen={meant.includes(item.id)}
          choose={from ? (isRange) => choose(item.id, isRange) : undefined}
          decide={(to) => void mentions.decide([item.id], to)}
          undo={() => void mentions.undo(item.id)}
          actions={actions}
        />
      ))}
      <ChosenBar
        thing="mention"
        state={from}
        chosen={meant.length}
        decide={(to) => {
          chooseNone()
          void mentions.decide(meant, to)
        }}
        clear={chooseNone}
        done={null}
      />
    </div>
  )
}
