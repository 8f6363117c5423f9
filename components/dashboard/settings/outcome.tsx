'use client'

import { useDebouncedValue } from '@mantine/hooks'
import { useEffect, useState } from 'react'
import type { Following } from '@/db/following'
import type { DiscussionClock } from '@/domain/discussion/choices'
import styles from './form.module.css'

/** A policy as it stands in the form: the days as they were typed. */
export type Considered = { days: string; clock: DiscussionClock }
export type Preview = (considered: Considered) => Promise<Following | null>

type Props = { saved: Considered; following: Following; considered: Considered; preview: Preview }

const isSame = (a: Considered, b: Considered) => a.days.trim() === b.days.trim() && a.clock === b.clock
const number = (value: number) => value.toLocaleString('en-GB')

/** What the number of days does to the articles of today, before it is saved. */
export function Outcome({ saved, following, considered, preview }: Props) {
  const [{ days, clock }] = useDebouncedValue(considered, 300)
  const [answer, setAnswer] = useState<{ to: Considered; following: Following | null } | null>(null)
  const asked = !isSame({ days, clock }, saved)
  useEffect(() => {
    if (!asked) return
    let current = true
    void preview({ days, clock }).then((following) => {
      if (current) setAnswer({ to: { days, clock }, following })
    })
    return () => {
      current = false
    }
  }, [asked, days, clock, preview])

  const isSaved = isSame(considered, saved)
  const known = isSaved ? following : answer && isSame(answer.to, considered) ? answer.following : null
  return (
    <p className={styles.outcome} role="status">
      {known && sentence(considered, known, isSaved)}
      {known && !isSaved && (
        <small>Not saved yet. The policy that holds closes {number(following.closed)}.</small>
      )}
    </p>
  )
}

const many = (count: number) => `${number(count)} ${count === 1 ? 'article' : 'articles'}`

function sentence({ days }: Considered, { articles, closed, active }: Following, isSaved: boolean) {
  if (articles === 0) return 'There is no published article whose choice follows the site.'
  const all = `${number(articles)} published ${articles === 1 ? 'article' : 'articles'} whose choice follows the site`
  const count = Number(days)
  if (count === 0) return `Keeps open ${all}.`
  const closes = isSaved ? (count === 1 ? 'closes' : 'close') : 'would close'
  const closing = `${count === 1 ? '1 day' : `${number(count)} days`} ${closes}`
  if (closed === 0) return `${closing} none of ${all}.`
  const lately =
    active === 0
      ? 'none of which had a comment this week'
      : `${number(active)} of which had a comment this week`
  return `${closing} ${many(closed)}, ${lately}, of ${all}.`
}
