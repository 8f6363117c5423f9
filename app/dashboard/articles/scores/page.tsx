import type { Metadata, Route } from 'next'
import Link from 'next/link'
import { z } from 'zod'
import { requireStaff } from '@/auth/guard'
import { Nothing } from '@/components/dashboard/desk/nothing'
import { Pager } from '@/components/dashboard/desk/pager'
import { Part, PartNote } from '@/components/dashboard/desk/part'
import { Screen } from '@/components/dashboard/desk/screen'
import { ScoresChart } from '@/components/dashboard/scores/scores-chart'
import { ReportFilterForm } from '@/components/dashboard/scores/filter'
import { Problems } from '@/components/dashboard/scores/problems'
import { ReportTable } from '@/components/dashboard/scores/report-table'
import { RunOfScores } from '@/components/dashboard/scores/run'
import { listPeople } from '@/db/people'
import { listDays } from '@/db/score-days'
import { listProblems, listWorst } from '@/db/score-report'
import { getLastRun } from '@/db/score-runs'
import { getSite } from '@/db/settings'
import { listTopics } from '@/db/topics'
import { may } from '@/domain/roles'
import { type ReportFilter, reportFilter } from '@/domain/score/report'
import { scoreAllAgain, stopScoring } from './actions'

export const metadata: Metadata = { title: 'Scores' }

const DAYS = 90

const querySchema = reportFilter.extend({ after: z.string().max(200).optional().catch(undefined) })

/** The address of a report; what is not set is left out. */
function addressOf(query: ReportFilter & { after?: string }): Route {
  const set = Object.entries(query).flatMap(([name, value]) => (value ? [[name, String(value)]] : []))
  return set.length > 0
    ? `/dashboard/articles/scores?${new URLSearchParams(set)}`
    : '/dashboard/articles/scores'
}

export default async function ScoresPage({ searchParams }: PageProps<'/dashboard/articles/scores'>) {
  const actor = await requireStaff('read-drafts')
  const { after, ...filter } = querySchema.parse(await searchParams)
  const now = new Date()
  const { items, next, isCut } = await listWorst(actor, filter, { after }, now)
  const [problems, days, run, topics, people, { timeZone }] = await Promise.all([
    listProblems(actor),
    listDays(actor, DAYS),
    getLastRun(),
    listTopics(),
    listPeople(),
    getSite(),
  ])
  return (
    <Screen
      title="Scores"
      note={<Link href="/dashboard/articles">All articles</Link>}
      begin={may(actor.role, 'publish') && <Link href="/dashboard/articles/repairs">Repairs</Link>}
    >
      <Part id="days" title="Over time">
        <ScoresChart days={days} />
      </Part>
      {problems.length > 0 && (
        <Part id="problems" title="By problem">
          <Problems
            problems={problems}
            current={filter.check}
            addressOf={(check) => addressOf({ ...filter, check })}
          />
        </Part>
      )}
      <Part id="worst" title="Worst first">
        <ReportFilterForm
          topics={topics}
          people={people}
          checks={problems.map(({ check }) => check)}
          filter={filter}
        />
        {items.length > 0 ? (
          <ReportTable label="Articles by their score" rows={items} />
        ) : (
          <Nothing title={isCut ? 'None among those looked at' : 'No article of this kind is scored'} />
        )}
        {isCut && <PartNote>The worst 5,000 that fit the first condition were looked at.</PartNote>}
        <Pager
          first={after ? addressOf(filter) : null}
          next={next ? addressOf({ ...filter, after: next }) : null}
        />
      </Part>
      <Part id="run" title="All at once">
        <RunOfScores
          run={run}
          commands={may(actor.role, 'set-policy') ? { begin: scoreAllAgain, cancel: stopScoring } : null}
          timeZone={timeZone}
          now={now}
        />
      </Part>
    </Screen>
  )
}
