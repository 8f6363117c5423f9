import type { Metadata } from 'next'
import Link from 'next/link'
import { requireStaff } from '@/auth/guard'
import { Nothing } from '@/components/dashboard/desk/nothing'
import { Screen } from '@/components/dashboard/desk/screen'
import { ClosedDiscussion } from '@/components/dashboard/moderation/closed-discussion'
import styles from '@/components/dashboard/moderation/closed-discussion.module.css'
import { LATELY_DAYS, listClosedLately } from '@/db/closed-lately'
import { getSite } from '@/db/settings'

export const metadata: Metadata = { title: 'Closed lately' }

export default async function ClosedPage() {
  const actor = await requireStaff('moderate')
  const closed = await listClosedLately(actor, new Date())
  const { timeZone } = await getSite()
  return (
    <Screen
      title="Closed lately"
      note={`Discussions that closed within the last ${LATELY_DAYS} days, how they went, and what was left unanswered. Staff can still answer.`}
    >
      <p className={styles.back}>
        <Link href="/dashboard/discussion">All comments</Link>
      </p>
      {closed.length === 0 ? (
        <Nothing title="No discussion closed lately" />
      ) : (
        <ol className={styles.list} aria-label="Closed lately">
          {closed.map((each) => (
            <ClosedDiscussion key={each.id} closed={each} timeZone={timeZone} />
          ))}
        </ol>
      )}
    </Screen>
  )
}
