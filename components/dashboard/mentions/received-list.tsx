'use client'

import { Button, UnstyledButton, VisuallyHidden } from '@mantine/core'
import { useLocalStorage } from '@mantine/hooks'
import { useState } from 'react'
import queue from '@/components/dashboard/moderation/queue.module.css'
import bar from '@/components/dashboard/moderation/bulk-bar.module.css'
import { Keys } from '@/components/dashboard/moderation/keys'
import { useChosen } from '@/components/dashboard/moderation/use-chosen'
import { useShortcuts } from '@/components/dashboard/moderation/use-shortcuts'
import { isDecided, type MentionState } from '@/domain/mentions/states'
import { Received, type ReceivedItem } from './received'
import { DECISIONS, type MentionActions, mentionsInNumber } from './state'
import { useMentions } from './use-mentions'

type Props = { state: MentionState; items: ReceivedItem[]; actions: MentionActions }

/** Mentions of one state. What was decided stays in its place until the list is opened again. */
export function ReceivedList({ state, items, actions }: Props) {
  const from = isDecided(state) ? state : null
  const ids = items.map(({ id }) => id)
  const mentions = useMentions(ids, from, actions)
  const { chosen, choose, chooseAll, chooseNone } = useChosen(ids)
  const [isHelping, setIsHelping] = useState(false)
  const [hasKeys, setHasKeys] = useLocalStorage({ key: 'masthead.queue-keys', defaultValue: true })
  const meant = ids.filter((id) => chosen.has(id) && mentions.at(id).turn === 'asked')

  const focused = () => ids.indexOf(Number(document.activeElement?.closest('article')?.id.split('-')[1]))
  const walk = (step: 1 | -1) => {
    const next = ids[Math.min(Math.max(focused() + step, 0), ids.length - 1)]
    if (next !== undefined) mentions.focusOn(next)
  }
  const onFocused = (act: (id: number) => void) => () => {
    const id = ids[focused()]
    if (id !== undefined) act(id)
  }
  const decisions = DECISIONS.map(([label, to]): [string, () => void] => [
    label.charAt(0).toLowerCase(),
    onFocused((id) => void mentions.decide([id], to)),
  ])
  useShortcuts(
    {
      ...Object.fromEntries(decisions),
      j: () => walk(1),
      k: () => walk(-1),
      u: mentions.undoLast,
      x: onFocused((id) => choose(id, false)),
      '/': () => document.getElementById('mention-host')?.focus(),
      '?': () => setIsHelping(true),
    },
    hasKeys,
  )
  return (
    <div className={queue.queue}>
      <VisuallyHidden role="status">{mentions.said}</VisuallyHidden>
      <div className={queue.all}>
        {from && items.length > 0 && (
          <UnstyledButton className={queue.link} onClick={chooseAll}>
            Choose all on this page
          </UnstyledButton>
        )}
        <Keys
          thing="mention"
          isOpen={isHelping}
          setIsOpen={setIsHelping}
          isOn={hasKeys}
          setIsOn={setHasKeys}
        />
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
      {meant.length > 0 && (
        <section className={bar.bar} aria-label="Chosen mentions">
          <p>{mentionsInNumber(meant.length)} chosen</p>
          <div className={bar.buttons}>
            {DECISIONS.filter(([, to]) => to !== from).map(([label, to]) => (
              <Button
                key={to}
                variant={to === 'published' ? 'filled' : 'default'}
                onClick={() => {
                  chooseNone()
                  void mentions.decide(meant, to)
                }}
              >
                {label} {meant.length}
              </Button>
            ))}
            <Button variant="subtle" onClick={chooseNone}>
              Choose none
            </Button>
          </div>
        </section>
      )}
    </div>
  )
}
