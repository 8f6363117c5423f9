import { z } from 'zod'
import type { Site } from './site'

export type Page = {
  name: string
  /** Whether the ratio is held to its limit: not where the large site has more to show on the page itself. */
  held: boolean
  time: (site: Site, round: number) => Promise<number>
}

const list = z.object({ items: z.array(z.object({ slug: z.string() })) })

/** The articles that both sites begin with: the same page, in a small database and in a large one. */
export async function listShared(small: Site): Promise<string[]> {
  return list.parse(await small.readJson('/api/articles')).items.map(({ slug }) => slug)
}

export function pagesOf(shared: string[]): Page[] {
  const visit = (name: string, pathOf: (round: number) => string): Page => ({
    name,
    held: true,
    time: (site, round) => site.timeVisit(pathOf(round)),
  })
  const staff = (name: string, path: string): Page => ({
    name,
    held: true,
    time: (site) => site.timeStaff(path),
  })
  return [
    visit('Home', () => '/'),
    visit('Article index', () => '/articles'),
    visit('Article', (round) => `/articles/${shared[round % shared.length]}`),
    staff('Dashboard: articles', '/dashboard/articles'),
    { ...staff('Dashboard: discussion', '/dashboard/discussion'), held: false },
    { ...visit('Feed', () => '/feed.xml'), held: false },
  ]
}
