import type { Metadata } from 'next'
import Link from 'next/link'
import { z } from 'zod'
import { requireStaff } from '@/auth/guard'
import { Nothing } from '@/components/dashboard/desk/nothing'
import { Pager } from '@/components/dashboard/desk/pager'
import { Screen } from '@/components/dashboard/desk/screen'
import { PastRepairs } from '@/components/dashboard/repairs/past'
import { Repairable } from '@/components/dashboard/repairs/repairable'
import styles from '@/components/dashboard/replace/replace.module.css'
import { Group } from '@/components/dashboard/settings/group'
import { listRepairable, listRepairs } from '@/db/repairs'
import { getSite } from '@/db/settings'
import { mendPlaces, skipPlaces, takeBack } from './actions'

export const metadata: Metadata = { title: 'Repairs' }

const PATH = '/dashboard/articles/repairs'
const querySchema = z.object({ after: z.string().max(200).optional().catch(undefined) })

export default async function RepairsPage({ searchParams }: PageProps<'/dashboard/articles/repairs'>) {
  const actor = await requireStaff('publish')
  const { after } = querySchema.parse(await searchParams)
  const now = new Date()
  const [{ items, next }, repairs, { timeZone }] = await Promise.all([
    listRepairable(actor, { after }, now),
    listRepairs(actor),
    getSite(),
  ])
  return (
    <Screen
      title="Repairs"
      note="Places where it is certain what belongs there, in the articles that score worst. Skipped places do not come back while their words stay."
      begin={<Link href="/dashboard/articles/scores">Scores</Link>}
    >
      <section aria-labelledby="suggested" className={styles.found}>
        <h2 id="suggested">What can be mended</h2>
        {items.length > 0 ? (
          <ol className={styles.articles} aria-label="Articles with suggestions">
            {items.map((each) => (
              <Repairable
                key={`${each.id} ${each.revisionId} ${each.suggestions.length}`}
                article={each}
                mend={mendPlaces}
                skip={skipPlaces}
              />
            ))}
          </ol>
        ) : (
          <Nothing title="Nothing to mend for certain" />
        )}
        <Pager
          first={after ? PATH : null}
          next={next ? `${PATH}?${new URLSearchParams({ after: next })}` : null}
        />
      </section>
      <Group
        id="done"
        title="What was done"
        about="A mended article that is public is updated for its readers. Taking back gives it the text it had, unless somebody changed it since."
      >
        <PastRepairs repairs={repairs} timeZone={timeZone} now={now} undo={takeBack} />
      </Group>
    </Screen>
  )
}
