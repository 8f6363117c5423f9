import { Button } from '@mantine/core'
import styles from './chosen-bar.module.css'
import { type Decision, DECISIONS } from './decisions'
import type { Thing } from './keys'

type Props = {
  thing: Thing
  /** What has been decided about all that are listed; null where nothing can be. */
  state: Decision | null
  chosen: number
  decide: (to: Decision) => void
  clear: () => void
  /** What the last decision about many did; `undo` while it can be taken back. */
  done: { sentence: string; undo?: () => void } | null
}

/** What can be done to all that are chosen; it stays in sight while one reads on. */
export function ChosenBar({ thing, state, chosen, decide, clear, done }: Props) {
  if (chosen === 0 && !done) return null
  return (
    <section className={styles.bar} aria-label={`Chosen ${thing}s`}>
      {chosen > 0 ? (
        <>
          <p>
            {chosen} {chosen === 1 ? thing : `${thing}s`} chosen
          </p>
          <div className={styles.buttons}>
            {DECISIONS.filter(([, to]) => to !== state).map(([label, to]) => (
              <Button key={to} variant={to === 'published' ? 'filled' : 'default'} onClick={() => decide(to)}>
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
