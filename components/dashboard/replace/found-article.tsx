'use client'

import { Checkbox } from '@mantine/core'
import Link from 'next/link'
import { useState, useTransition } from 'react'
import type { Answer } from '@/components/dashboard/desk/answer'
import type { FoundArticle as Found } from '@/db/replacing'
import type { Side } from '@/db/replace-search'
import type { HitKey, HitState } from '@/domain/replace/orders'
import { GUARD_NAMES } from '@/domain/replace/guards'
import { FIELD_NAMES, hitsInWords } from '@/domain/replace/words'
import styles from './replace.module.css'

const STATES: Partial<Record<HitState, string>> = {
  applied: 'Replaced',
  overtaken: 'Changed by somebody since, and left',
  refused: 'Left: too long, or without a title or text',
  stopped: 'Left: it would not be let through to readers',
  undone: 'Taken back',
  kept: 'Changed by somebody since, and kept',
}
const SIDES: Record<Side['of'], string> = {
  published: 'What readers have',
  draft: 'The draft',
  address: 'Of both',
}

type Hit = Side['hits'][number]
type Props = {
  article: Found
  replacementId: number
  /** Whether one can still choose. */
  isOpen: boolean
  action: (replacementId: number, wanted: { articleId: number; skipped: HitKey[] }) => Promise<Answer>
}

/** An article with its hits in their sentences, each of which can be skipped. */
export function FoundArticle({ article, replacementId, isOpen, action }: Props) {
  const { articleId, title, sides, warnings, state } = article
  const [skipped, setSkipped] = useState<HitKey[]>(article.skipped)
  const [, startTransition] = useTransition()
  const free = sides.flatMap(({ hits }) => hits.filter(({ guard }) => guard === null).map(({ key }) => key))
  const save = (next: HitKey[]) => {
    setSkipped(next)
    startTransition(async () => {
      await action(replacementId, { articleId, skipped: next })
    })
  }
  const toggle = (key: HitKey, isTaken: boolean) =>
    save(isTaken ? skipped.filter((each) => each !== key) : [...skipped, key])
  const taken = free.length - skipped.length
  const outcome = STATES[state]
  // a draft that readers have as well needs no name
  const isApart = sides.filter(({ of }) => of !== 'address').length > 1
  return (
    <li>
      <div className={styles.head}>
        {isOpen && (
          <Checkbox
            aria-label={`All of ${title || 'Untitled'}`}
            checked={taken === free.length}
            indeterminate={taken > 0 && taken < free.length}
            onChange={(event) => save(event.currentTarget.checked ? [] : free)}
          />
        )}
        <h3>
          <Link href={`/dashboard/articles/${articleId}`}>{title || 'Untitled'}</Link>
        </h3>
        <p>
          {outcome ??
            `${article.isPublic ? 'Published' : 'Not public'}, ${hitsInWords(taken)} of ${free.length} chosen`}
        </p>
      </div>
      {(isOpen || state === 'stopped') && warnings.length > 0 && (
        <ul
          className={styles.warnings}
          aria-label={state === 'stopped' ? 'What stopped it' : 'What would look damaged'}
        >
          {warnings.map(({ quote, why }, i) => (
            <li key={i}>
              {quote !== '' && !why.includes(quote) && <b>{quote}: </b>}
              {why}
            </li>
          ))}
        </ul>
      )}
      {sides.map(({ of, hits }) =>
        hits.length === 0 ? null : (
          <div key={of} className={styles.side}>
            {isApart && <h4>{SIDES[of]}</h4>}
            <ul className={styles.hits}>
              {hits.map((hit) => (
                <li key={hit.key}>
                  <Place
                    hit={hit}
                    isOpen={isOpen}
                    isTaken={!skipped.includes(hit.key)}
                    onToggle={(isTaken) => toggle(hit.key, isTaken)}
                  />
                </li>
              ))}
            </ul>
          </div>
        ),
      )}
    </li>
  )
}

type PlaceProps = { hit: Hit; isOpen: boolean; isTaken: boolean; onToggle: (isTaken: boolean) => void }

function Place({ hit, isOpen, isTaken, onToggle }: PlaceProps) {
  const { place, before, found, instead, after, guard } = hit
  const isReplaced = guard === null && isTaken
  const sentence = (
    <>
      {place.field !== 'body' && <span className={styles.field}>{FIELD_NAMES[place.field]}: </span>}
      {before}
      {isReplaced ? (
        <>
          <del>{found}</del>
          <ins>{instead}</ins>
        </>
      ) : (
        <mark>{found}</mark>
      )}
      {after}
      {guard !== null && (
        <span className={styles.field}> ({GUARD_NAMES[guard].toLowerCase()}, left alone)</span>
      )}
    </>
  )
  if (!isOpen || guard !== null) return <p className={styles.place}>{sentence}</p>
  return (
    <Checkbox
      className={styles.place}
      label={sentence}
      checked={isTaken}
      onChange={(event) => onToggle(event.currentTarget.checked)}
    />
  )
}
