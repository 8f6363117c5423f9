import type { Metadata, Route } from 'next'
import Link from 'next/link'
import { z } from 'zod'
import { requireUser } from '@/auth/guard'
import { Begin } from '@/components/dashboard/articles/begin'
import { Find } from '@/components/dashboard/articles/find'
import styles from '@/components/dashboard/articles/list.module.css'
import { ArticleTable } from '@/components/dashboard/articles/table'
import { Nothing } from '@/components/dashboard/desk/nothing'
import { Pager } from '@/components/dashboard/desk/pager'
import { Screen } from '@/components/dashboard/desk/screen'
import { Tabs } from '@/components/dashboard/desk/tabs'
import * as desk from '@/db/desk'
import { getSite } from '@/db/settings'
import type { StaffActor } from '@/domain/actor'
import { DESK_STATES, type DeskState } from '@/domain/articles'
import { may, reachOf } from '@/domain/roles'
import { newArticle } from '../actions'

export const metadata: Metadata = { title: 'Articles' }

const querySchema = z.object({
  state: z.enum(DESK_STATES).optional().catch(undefined),
  search: z.string().trim().max(200).catch(''),
  after: z.string().max(200).optional().catch(undefined),
})
type Query = z.infer<typeof querySchema>

const TABS = [
  ['All', undefined],
  ['Drafts', 'draft'],
  ['Scheduled', 'scheduled'],
  ['Published', 'published'],
  ['Unpublished', 'unpublished'],
] as const satisfies [string, DeskState | undefined][]

/** The address of a list of the desk; what is not set is left out. */
function addressOf(query: Partial<Query>): Route {
  const set = Object.entries(query).filter((entry): entry is [string, string] => Boolean(entry[1]))
  return set.length > 0 ? `/dashboard/articles?${new URLSearchParams(set)}` : '/dashboard/articles'
}

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> }

export default async function ArticlesPage({ searchParams }: Props) {
  const actor = await requireUser()
  const query = querySchema.parse(await searchParams)
  const { state, search, after } = query
  const now = new Date()
  const [{ timeZone }, counts, { items, next }] = await Promise.all([
    getSite(),
    desk.countByState(actor, now),
    desk.listArticles(actor, query, now),
  ])
  const total = DESK_STATES.reduce((sum, each) => sum + counts[each], 0)
  const label = TABS.find(([, each]) => each === state)?.[0] ?? 'All'
  return (
    <Screen
      title="Articles"
      note={NOTES[reachOf(actor.role, 'read-drafts') ?? 'public']}
      begin={
        may(actor.role, 'write') && (
          // on a wide screen the button stands beside every page
          <Begin action={newArticle} hiddenFrom="sm">
            New article
          </Begin>
        )
      }
    >
      <div className={styles.bar}>
        <Tabs
          label="States"
          tabs={TABS.map(([label, each]) => ({
            label,
            href: addressOf({ state: each, search }),
            count: each ? counts[each] : total,
            current: each === state,
          }))}
        />
        <Find state={state} search={search} />
      </div>
      <p className={styles.many}>
        {may(actor.role, 'set-discussion') && (
          <Link href="/dashboard/articles/discussions">Close or reopen many at once</Link>
        )}
        {may(actor.role, 'read-drafts') && (
          <Link href="/dashboard/articles/scores">Scores, the worst first</Link>
        )}
        {may(actor.role, 'set-policy') && <Link href="/dashboard/articles/waivers">Waivers</Link>}
        {may(actor.role, 'publish') && <Link href="/dashboard/articles/replace">Find and replace</Link>}
      </p>
      {items.length > 0 ? (
        <ArticleTable
          label={`${label === 'All' ? 'All articles' : label}${search && `, “${search}” in the title`}`}
          rows={items}
          now={now}
          timeZone={timeZone}
          moderates={may(actor.role, 'moderate')}
        />
      ) : (
        <Empty actor={actor} query={query} total={total} />
      )}
      <Pager
        first={after ? addressOf({ state, search }) : null}
        next={next ? addressOf({ ...query, after: next }) : null}
      />
    </Screen>
  )
}

/** What somebody with less than the whole desk is looking at. */
const NOTES: Record<string, string | undefined> = {
  own: 'The articles that are yours.',
  public: 'You see what is public. Your role opens and closes discussions; it does not read drafts.',
}

const EMPTY: Record<DeskState, string> = {
  draft: 'No drafts',
  scheduled: 'Nothing is scheduled',
  published: 'Nothing is published yet',
  unpublished: 'Nothing was taken back',
}

function Empty({ actor, query, total }: { actor: StaffActor; query: Query; total: number }) {
  const { state, search, after } = query
  if (search)
    return (
      <Nothing title={`No title with “${search}”`}>
        <p>{state ? 'There may be one in another state.' : 'Every word has to be in the title.'}</p>
        {state ? (
          <Link href={addressOf({ search })}>Search all articles</Link>
        ) : (
          <Link href={addressOf({})}>Show all articles</Link>
        )}
      </Nothing>
    )
  if (after) return <Nothing title="This page is empty now" />
  if (total > 0 && state) return <Nothing title={EMPTY[state]} />
  if (!may(actor.role, 'write')) return <Nothing title="There are no articles to read yet" />
  return (
    <Nothing title="Nothing written yet">
      <p>An article needs a title and a text. Everything else can wait until you publish it.</p>
      <Begin action={newArticle}>Write the first article</Begin>
    </Nothing>
  )
}
