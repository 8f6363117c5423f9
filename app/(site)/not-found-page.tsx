import { permanentRedirect } from 'next/navigation'
import type { Metadata, Route } from 'next'
import { NotFound } from '@/components/site/not-found'
import * as articles from '@/db/articles'
import { getRedirect } from '@/db/redirects'
import { listTopics } from '@/db/topics'
import { answer } from '@/documents/reading'
import { getSite, now } from './request'

export const NOT_FOUND: Metadata = { title: 'Not found', robots: { index: false, follow: true } }

/** Leads on from an address that something has moved away from; elsewhere says with status 404 that there is nothing. */
export async function NotFoundPage({ path }: { path: string }) {
  const moved = await getRedirect(path)
  if (moved) permanentRedirect(moved as Route)
  answer.status(404)
  const latest = await articles.listPublished(now(), { limit: 4 })
  return <NotFound site={await getSite()} articles={latest.items} topics={await listTopics()} />
}
