'use client'

import { BusyButton } from '@/components/dashboard/desk/busy-button'
import { type Answer, refusalIn } from '@/components/dashboard/desk/answer'
import { useAsk } from '@/components/dashboard/desk/use-ask'
import { useRefreshing } from '@/components/dashboard/desk/use-refreshing'
import type { Run } from '@/db/score-runs'
import { formatNearTime } from '@/domain/dates'
import styles from './report.module.css'

type Props = {
  run: Run | null
  /** null where the role may not. */
  commands: { begin: () => Promise<Answer>; cancel: (runId: number) => Promise<Answer> } | null
  timeZone: string
  now: Date
}

/** The last time all articles were scored, how far it is, and the buttons that begin and stop it. */
export function RunOfScores({ run, commands, timeZone, now }: Props) {
  const { said, isPending, ask } = useAsk()
  const isRunning = run?.state === 'running'
  useRefreshing(isRunning)
  const give = (command: () => Promise<Answer>) => ask(async () => refusalIn(await command()))
  return (
    <div className={styles.run}>
      {run && <p>{inWords(run, formatNearTime(run.orderedAt, now, timeZone))}</p>}
      {run && isRunning && <progress max={run.articles} value={run.seen} aria-label="Articles looked at" />}
      {commands && run && isRunning && (
        <BusyButton variant="default" isBusy={isPending} onClick={() => give(() => commands.cancel(run.id))}>
          Stop
        </BusyButton>
      )}
      {commands && !isRunning && (
        <BusyButton variant="default" isBusy={isPending} onClick={() => give(commands.begin)}>
          Score all again
        </BusyButton>
      )}
      <p role="status">{said}</p>
    </div>
  )
}

const number = (count: number) => count.toLocaleString('en-GB')

function inWords({ actor, state, articles, seen, changed, failed }: Run, when: string): string {
  const far =
    state === 'running' ? `${number(seen)} of ${number(articles)} articles` : `${number(seen)} articles`
  const what = { running: 'is looking at', done: 'looked at', cancelled: 'was stopped after' }[state]
  const results = [
    changed === 1 ? '1 has a new score' : `${number(changed)} have new scores`,
    ...(failed > 0 ? [`${number(failed)} could not be scored`] : []),
  ]
  return `Ordered by ${actor}, ${when}: it ${what} ${far}, of which ${results.join(' and ')}.`
}
