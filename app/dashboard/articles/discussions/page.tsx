import type { Metadata } from 'next'
import { z } from 'zod'
import { requireStaff } from '@/auth/guard'
import { BatchFilterForm } from '@/components/dashboard/articles/batch-filter'
import { BatchList } from '@/components/dashboard/articles/batch-list'
import { BatchOrderForm } from '@/components/dashboard/articles/batch-order'
import { Screen } from '@/components/dashboard/desk/screen'
import { Group } from '@/components/dashboard/settings/group'
import * as batches from '@/db/batches'
import { listPeople } from '@/db/people'
import { getSite } from '@/db/settings'
import { listTopics } from '@/db/topics'
import { BATCH_ACTS } from '@/domain/discussion/batch-acts'
import { orderBatch, undoBatch } from './actions'

export const metadata: Metadata = { title: 'Open and close discussions' }

const whole = z.coerce.number().int().positive().max(36_500).optional().catch(undefined)
const querySchema = z.object({
  act: z.enum(BATCH_ACTS).optional().catch(undefined),
  older: whole,
  topic: z.coerce.number().int().positive().optional().catch(undefined),
  person: z.coerce.number().int().positive().optional().catch(undefined),
  search: z.string().trim().max(200).catch(''),
})

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> }

export default async function DiscussionsPage({ searchParams }: Props) {
  const actor = await requireStaff('set-discussion')
  const { act, older, topic, person, search } = querySchema.parse(await searchParams)
  const now = new Date()
  const filter = { olderThanDays: older, topicId: topic, personId: person, search: search || undefined }
  const [topics, people, { timeZone }, done] = await Promise.all([
    listTopics(),
    listPeople(),
    getSite(),
    batches.listBatches(actor),
  ])
  const dryRun = act && (await batches.tryOut(actor, { act, filter }, now))
  return (
    <Screen
      title="Open and close discussions"
      note="Many at once. Nothing happens before you have seen what would, and all of it can be taken back."
    >
      <Group
        id="which"
        title="Which articles"
        about="All conditions hold at once. Articles that are not public are left alone."
      >
        <BatchFilterForm topics={topics} people={people} values={{ act, older, topic, person, search }} />
      </Group>
      {act && dryRun && (
        <Group
          id="dry-run"
          title="What this does"
          about="Counted now, by the rule that readers meet. Choose some of them to change no others."
        >
          <BatchOrderForm
            // a new look begins without a choice
            key={`${now.getTime()}`}
            act={act}
            filter={filter}
            dryRun={dryRun}
            action={orderBatch}
          />
        </Group>
      )}
      <Group
        id="done"
        title="What was done"
        about="Taking back gives each article what it had before, unless somebody decided about it since."
      >
        <BatchList batches={done} timeZone={timeZone} now={now} undo={undoBatch} />
      </Group>
    </Screen>
  )
}
