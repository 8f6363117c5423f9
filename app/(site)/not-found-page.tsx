import { permanentRedirect } from 'next/navigation'
import type { Metadata, Route } from 'next'
import { NotFound } from '@/components/site/not-found'
import * as articles from '@/db/articles'
import { getRedirect } from '@/db/redirects'
import { listTopics } from '@/db/topics'
import { answer } from '@/documents/reading'
import { getSite, now } from './request'

export const NOT_FOUND: Metadata = { title: 'Not found', robots: { index: false, follow: true } }

/**
 * Leads on from an address that something has moved away from; elsewhere says with status 404 that there is nothing, or
 * with 410 that it was taken down, which those who were told of its links go by.
 */
export async function NotFoundPage({ path, isGone = false }: { path: string; isGone?: boolean }) {
  const moved = await getRedirect(path)
  if (moved) permanentRedirect(moved as Route)
  answer.status(isGone ? 410 : 404)
  const latest = await articles.listPublished(now(), { limit: 4 })
  return (
    <NotFound isGone={isGone} site={await getSite()} articles={latest.items} topics={await listTopics()} />
  )
}
