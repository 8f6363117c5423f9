import type { Route } from 'next'
import type { QueueQuery } from '@/domain/comments/queue'

const USUAL: Partial<Record<string, string>> = { state: 'held', order: 'newest' }

/** The address of a queue; what is usual is left out. */
export function queuePath(query: Partial<QueueQuery>): Route {
  const set = Object.entries(query).flatMap(([key, value]): [string, string][] =>
    value === undefined || value === USUAL[key] ? [] : [[key, value === true ? 'yes' : String(value)]],
  )
  return set.length > 0 ? `/dashboard/discussion?${new URLSearchParams(set)}` : '/dashboard/discussion'
}
