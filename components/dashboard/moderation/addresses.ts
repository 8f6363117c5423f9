import type { Route } from 'next'
import type { QueueQuery } from '@/domain/comments/queue-input'

const USUAL: Partial<Record<string, string>> = { state: 'held', order: 'newest' }

/** What a queue's address says after `?`; what is usual is left out. */
function saidBy(query: Partial<QueueQuery>): string {
  const set = Object.entries(query).flatMap(([key, value]): [string, string][] =>
    value === undefined || value === USUAL[key] ? [] : [[key, value === true ? 'yes' : String(value)]],
  )
  return new URLSearchParams(set).toString()
}

export const queuePath = (query: Partial<QueueQuery>): Route => {
  const said = saidBy(query)
  return said ? `/dashboard/discussion?${said}` : '/dashboard/discussion'
}

/** Deciding about all that a queue means. */
export const manyPath = (query: Partial<QueueQuery>): Route => `/dashboard/discussion/many?${saidBy(query)}`

/** Answers what happened to a queue since. */
export const newsPath = (query: Partial<QueueQuery>, since: Date): string =>
  `/dashboard/discussion/news?${new URLSearchParams({ since: String(since.getTime()) })}&${saidBy(query)}`
