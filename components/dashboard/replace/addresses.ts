import type { Route } from 'next'

const PATH = '/dashboard/articles/replace'

/** What is looked at: a replacement, from an article on, or a new one in one article. */
export function replacePath(query: { id?: number; article?: number; after?: string } = {}): Route {
  const set = Object.entries(query).map(([name, value]): [string, string] => [name, String(value)])
  return set.length > 0 ? `${PATH}?${new URLSearchParams(set)}` : PATH
}
