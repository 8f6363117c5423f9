'use client'

import { Button, Checkbox } from '@mantine/core'
import Link from 'next/link'
import { useState } from 'react'
import { BusyButton } from '@/components/dashboard/desk/busy-button'
import { STATE_NAMES } from '@/components/dashboard/articles/words'
import { type Answer, refusalIn } from '@/components/dashboard/desk/answer'
import { useAsk } from '@/components/dashboard/desk/use-ask'
import styles from '@/components/dashboard/replace/replace.module.css'
import form from '@/components/dashboard/settings/form.module.css'
import type { Choice } from '@/db/repairing'
import type { Repairable as Article } from '@/db/repairs'
import { FIELD_NAMES, hitsInWords } from '@/domain/replace/words'

type Act = (choice: Choice) => Promise<Answer>
type Props = { article: Article; mend: Act; skip: Act }

/** An article with what can be mended in it, each place in its sentence. */
export function Repairable({ article, mend, skip }: Props) {
  const { id, title, state, total, revisionId, suggestions } = article
  const [left, setLeft] = useState<string[]>([])
  const { said, isPending, ask } = useAsk()
  const all = suggestions.map(({ key }) => key)
  const keys = all.filter((key) => !left.includes(key))
  const act = (what: Act) => ask(async () => refusalIn(await what({ articleId: id, revisionId, keys })))
  const name = title || 'Untitled'
  const places = hitsInWords(keys.length)
  return (
    <li>
      <div className={styles.head}>
        <Checkbox
          aria-label={`All of ${name}`}
          checked={keys.length === all.length}
          indeterminate={keys.length > 0 && keys.length < all.length}
          onChange={(event) => setLeft(event.currentTarget.checked ? [] : all)}
        />
        <h3>
          <Link href={`/dashboard/articles/${id}`}>{name}</Link>
        </h3>
        <p>
          {total} / 100, {STATE_NAMES[state].toLowerCase()}
        </p>
      </div>
      <ul className={styles.hits}>
        {suggestions.map((each) => (
          <li key={each.key}>
            <Place
              suggestion={each}
              isTaken={!left.includes(each.key)}
              onToggle={(isTaken) =>
                setLeft(isTaken ? left.filter((key) => key !== each.key) : [...left, each.key])
              }
            />
          </li>
        ))}
      </ul>
      <div className={form.end}>
        <BusyButton
          aria-label={`Mend ${places} of ${name}`}
          disabled={keys.length === 0}
          isBusy={isPending}
          onClick={() => act(mend)}
        >
          Mend {places}
        </BusyButton>
        <Button
          variant="default"
          aria-label={`Skip ${places} of ${name}`}
          disabled={keys.length === 0 || isPending}
          onClick={() => act(skip)}
        >
          Skip {places}
        </Button>
        <p role="status">{said}</p>
      </div>
    </li>
  )
}

type PlaceProps = {
  suggestion: Article['suggestions'][number]
  isTaken: boolean
  onToggle: (isTaken: boolean) => void
}

function Place({ suggestion, isTaken, onToggle }: PlaceProps) {
  const { place, before, found, instead, after, why } = suggestion
  return (
    <Checkbox
      className={styles.place}
      checked={isTaken}
      onChange={(event) => onToggle(event.currentTarget.checked)}
      label={
        <>
          {place.field !== 'body' && <span className={styles.field}>{FIELD_NAMES[place.field]}: </span>}
          {before}
          <del>{found}</del>
          <ins>{instead}</ins>
          {after}
        </>
      }
      description={why}
    />
  )
}
