'use client'

import Link from 'next/link'
import list from '@/components/dashboard/articles/batch.module.css'
import type { Answer } from '@/components/dashboard/desk/answer'
import { UndoButton } from '@/components/dashboard/desk/undo-button'
import type { Replacement } from '@/db/replacing'
import { formatNearTime } from '@/domain/dates'
import { doneInWords } from '@/domain/replace/words'
import { replacePath } from './addresses'

type Undo = (replacementId: number) => Promise<Answer>
type Props = { replacements: Replacement[]; timeZone: string; now: Date; undo: Undo }

/** The last replacements, each with the button that takes it back. */
export function Past({ replacements, timeZone, now, undo }: Props) {
  if (replacements.length === 0) return <p>Nothing was replaced yet.</p>
  return (
    <ol className={list.done} aria-label="What was done">
      {replacements.map((each) => (
        <li key={each.id}>
          <p>
            <Link href={replacePath({ id: each.id })}>{doneInWords(each)}</Link>
          </p>
          <p className={list.by}>
            {each.actor}, {formatNearTime(each.appliedAt ?? each.startedAt, now, timeZone)}
            {each.undoneAt &&
              `. Taken back by ${each.undoneBy}, ${formatNearTime(each.undoneAt, now, timeZone)}`}
          </p>
          {each.state === 'applied' && <UndoButton undo={() => undo(each.id)} />}
        </li>
      ))}
    </ol>
  )
}
