'use client'

import { Button } from '@mantine/core'
import { useEffect, useRef, useState, useTransition } from 'react'
import type { QueueItem } from '@/db/queue'
import type { CommentState } from '@/domain/comments/states'
import { Decide } from './decide'
import styles from './queue.module.css'
import { Said } from './said'
import type { Decided, ModerationActions } from './state'
import { DONE, IS_NOW } from './words'

type Props = {
  item: QueueItem & { written: string }
  actions: ModerationActions
  /** Says aloud what became of the comment. */
  tell: (sentence: string, decided: Decided, seen: CommentState) => void
}

/** `asked` shows the buttons, `decided` the way back in their place. */
type Turn = { kind: 'asked'; note: string; taken: boolean } | { kind: 'decided'; sentence: string }

export function Item({ item, actions, tell }: Props) {
  const [state, setState] = useState(item.state)
  const [turn, setTurn] = useState<Turn>({ kind: 'asked', note: '', taken: false })
  const [pending, start] = useTransition()
  const back = useRef<HTMLButtonElement>(null)
  const first = useRef<HTMLButtonElement>(null)

  // the button that was pressed is gone: the focus goes to what stands in its place
  useEffect(() => {
    if (turn.kind === 'decided') back.current?.focus()
    else if (turn.taken) first.current?.focus()
  }, [turn])

  const follow = (decided: Decided, next: Turn) => {
    setTurn(next)
    if (decided.kind !== 'refused') setState(decided.state)
    tell(`${item.name}: ${next.kind === 'decided' ? next.sentence : next.note}`, decided, state)
  }
  const decide = (wanted: CommentState) =>
    start(async () => {
      const decided = await actions.decide({ id: item.id, seen: state, state: wanted })
      if (decided.kind === 'done') follow(decided, { kind: 'decided', sentence: DONE[decided.state] })
      else follow(decided, { kind: 'asked', note: noteOf(decided), taken: decided.kind === 'changed' })
    })
  const undo = () =>
    start(async () => {
      const decided = await actions.undo({ id: item.id, seen: state })
      const note =
        decided.kind === 'done' ? `Taken back: it ${IS_NOW[decided.state]} again.` : noteOf(decided)
      follow(decided, { kind: 'asked', note, taken: true })
    })

  return (
    <article
      className={styles.item}
      aria-labelledby={`by-${item.id}`}
      data-decided={turn.kind === 'decided' || undefined}
    >
      <Said item={item} state={state} />
      <div className={styles.turn}>
        {turn.kind === 'decided' ? (
          <>
            <p>{turn.sentence}</p>
            <Button
              ref={back}
              variant="default"
              aria-disabled={pending || undefined}
              onClick={() => !pending && undo()}
            >
              Undo
            </Button>
          </>
        ) : (
          <>
            <Decide ref={first} state={state} pending={pending} decide={decide} />
            {turn.note && <p>{turn.note}</p>}
          </>
        )}
      </div>
    </article>
  )
}

function noteOf(decided: Decided): string {
  if (decided.kind === 'refused') return decided.sentence
  const who = decided.kind === 'changed' && decided.by ? decided.by : 'Somebody else'
  return `${who} decided first: it ${IS_NOW[decided.state]} now.`
}
