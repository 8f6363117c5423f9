'use client'

import { notifications } from '@mantine/notifications'
import { useRouter } from 'next/navigation'
import { useState } from 'react'
import type { EditView } from '@/db/desk'
import type { PublishResult } from '@/db/publishing'
import { ACTION_REFUSALS } from '@/domain/article-actions'
import { formatDateTime } from '@/domain/dates'
import { isEmpty } from '@/domain/document/text'
import type { Stopped } from './score/stopped'
import * as desk from './desk'
import { UNREACHED, type Unreached } from './desk'
import type { Draft } from './draft'
import type { Slug } from './slug'

export type Missing = { title?: string; body?: string }

type Around = { article: EditView; draft: Draft; slug: Slug; timeZone: string }
type Failed = Exclude<PublishResult, { kind: 'done' } | Stopped> | Unreached

const UNCHECKED =
  'Not published: the text could not be checked just now. Your draft is saved; try again in a moment. If it stays like this, an owner can switch off under Site what stops publication.'

const sentenceOf = (failed: Failed): string =>
  failed.kind === 'refused'
    ? failed.reason === 'unchecked'
      ? UNCHECKED
      : ACTION_REFUSALS[failed.reason]
    : failed.kind === 'missing'
      ? 'This article is gone.'
      : UNREACHED[failed.kind]

/** What the buttons do: each stores what was typed first, and stops where that fails. */
export function useCommands({ article, draft, slug, timeZone }: Around) {
  const router = useRouter()
  const [running, setRunning] = useState<'save' | 'publish' | 'unpublish' | 'slug' | null>(null)
  const [missing, setMissing] = useState<Missing>({})
  const [problem, setProblem] = useState<string | null>(null)
  const [stopped, setStopped] = useState<Stopped | null>(null)
  const [isSmall, setSmall] = useState(false)

  const run = async (name: NonNullable<typeof running>, work: () => Promise<boolean>): Promise<boolean> => {
    setRunning(name)
    setProblem(null)
    if (name !== 'save') setStopped(null)
    try {
      return await work()
    } finally {
      setRunning(null)
    }
  }
  const store = async () => {
    const outcome = await draft.save()
    // a colleague's version comes with the next look at the article
    if (outcome.kind === 'done' || outcome.kind === 'conflict') router.refresh()
    return outcome.kind === 'done'
  }
  const save = () =>
    run('save', async () => {
      if (!(await store())) return false
      // readers know the address of a public article: it changes by its own button or with an update
      return article.state === 'published' || (await slug.apply())
    })
  const applySlug = () =>
    run('slug', async () => {
      const isApplied = await slug.apply()
      if (isApplied) router.refresh()
      return isApplied
    })
  const publish = (at: Date | null) =>
    run('publish', async () => {
      const { title, document } = draft.current().fields
      const lacking: Missing = {
        ...(title.trim() === '' && { title: ACTION_REFUSALS['no-title'] }),
        ...(isEmpty(document) && { body: ACTION_REFUSALS['no-body'] }),
      }
      setMissing(lacking)
      if (lacking.title || lacking.body) return false
      if (!(await store()) || !(await slug.apply())) return false
      const result = await desk.publish(article.id, { at, isSmall })
      if (result.kind === 'refused' && result.reason === 'gate') {
        setStopped(result)
        return false
      }
      if (result.kind !== 'done') {
        setProblem(sentenceOf(result))
        return false
      }
      setSmall(false)
      const when = formatDateTime(result.publishAt, timeZone)
      notifications.show({
        message: at ? `Scheduled for ${when}.` : article.state === 'published' ? 'Updated.' : 'Published.',
      })
      router.refresh()
      return true
    })
  const unpublish = () =>
    run('unpublish', async () => {
      const result = await desk.unpublish(article.id)
      if (result.kind !== 'done') {
        setProblem(sentenceOf(result))
        return false
      }
      notifications.show({
        message:
          article.state === 'scheduled'
            ? 'Called off: it will not appear. Schedule it again whenever you like.'
            : 'Unpublished: readers no longer see it. Publish brings it back.',
      })
      router.refresh()
      return true
    })
  const found = (name: keyof Missing) => {
    if (missing[name]) setMissing({ ...missing, [name]: undefined })
  }
  return {
    running,
    missing,
    problem,
    stopped,
    save,
    publish,
    unpublish,
    applySlug,
    found,
    isSmall,
    setSmall,
    refresh: () => router.refresh(),
  }
}

export type Commands = ReturnType<typeof useCommands>
