'use client'

import Link from 'next/link'
import list from '@/components/dashboard/articles/batch.module.css'
import type { Answer } from '@/components/dashboard/desk/answer'
import { UndoButton } from '@/components/dashboard/desk/undo-button'
import type { Repair } from '@/db/repairs'
import { formatNearTime } from '@/domain/dates'
import { hitsInWords } from '@/domain/replace/words'

type Undo = (repairId: number) => Promise<Answer>
type Props = { repairs: Repair[]; timeZone: string; now: Date; undo: Undo }

/** What was decided last, each with the button that takes it back. */
export function PastRepairs({ repairs, timeZone, now, undo }: Props) {
  if (repairs.length === 0) return <p>Nothing was mended or skipped yet.</p>
  return (
    <ol className={list.done} aria-label="What was done">
      {repairs.map((each) => (
        <li key={each.id}>
          <p>
            {hitsInWords(each.places)} {each.kind} in{' '}
            <Link href={`/dashboard/articles/${each.articleId}`}>{each.title || 'Untitled'}</Link>
          </p>
          <p className={list.by}>
            {each.actor}, {formatNearTime(each.decidedAt, now, timeZone)}
            {each.undoneAt &&
              `. Taken back by ${each.undoneBy}, ${formatNearTime(each.undoneAt, now, timeZone)}`}
          </p>
          {!each.undoneAt && <UndoButton undo={() => undo(each.id)} />}
        </li>
      ))}
    </ol>
  )
}
