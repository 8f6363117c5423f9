import Link from 'next/link'
import type { ReactNode } from 'react'
import { Table } from '@/components/dashboard/desk/table'
import type { Busy } from '@/db/activity'
import type { ClosingSoon } from '@/db/closing-soon'
import type { QueueItem } from '@/db/queue'
import { formatDayTime, toIso } from '@/domain/dates'
import { stateInWords } from '@/domain/discussion/desk-words'
import styles from './activity.module.css'

const DAY_MS = 86_400_000
const number = (value: number) => value.toLocaleString('en-GB')

/** The rows are the chart: each has a bar beside its number. */
function Bar({ share, children }: { share: number; children: ReactNode }) {
  return (
    <td className={styles.bar}>
      <span>{children}</span>
      <i aria-hidden="true" style={{ inlineSize: `${Math.max(1, Math.round(share * 100))}%` }} />
    </td>
  )
}

export function BusyTable({ discussions, days }: { discussions: Busy[]; days: string }) {
  const most = Math.max(1, ...discussions.map(({ recent }) => recent))
  if (discussions.length === 0) return <p>Nothing was published within the last {days} days.</p>
  return (
    <Table label="Discussions by activity" columns={['Article', `Within ${days} days`, 'In all']}>
      {discussions.map(({ id, title, recent, commentCount }) => (
        <tr key={id}>
          <th scope="row">
            <Link href={`/dashboard/discussion?state=published&article=${id}`} dir="auto" prefetch={false}>
              {title}
            </Link>
          </th>
          <Bar share={recent / most}>{number(recent)}</Bar>
          <td>{number(commentCount)}</td>
        </tr>
      ))}
    </Table>
  )
}

export function ClosingTable({ discussions, timeZone }: { discussions: ClosingSoon[]; timeZone: string }) {
  if (discussions.length === 0) return <p>No discussion closes within 14 days.</p>
  return (
    <Table label="Closing soon" columns={['Article', 'Closes', 'Why']}>
      {discussions.map(({ id, title, state, closesAt }) => (
        <tr key={id}>
          <th scope="row">
            <Link href={`/dashboard/articles/${id}#discussion`} dir="auto" prefetch={false}>
              {title}
            </Link>
          </th>
          <td>
            <time dateTime={toIso(closesAt)}>{formatDayTime(closesAt, timeZone)}</time>
          </td>
          <td>{stateInWords(state, (instant) => formatDayTime(instant, timeZone))}</td>
        </tr>
      ))}
    </Table>
  )
}

export function HeldTable({ items, now }: { items: QueueItem[]; now: Date }) {
  const ageOf = (item: QueueItem) => Math.max(0, now.getTime() - item.createdAt.getTime())
  const most = Math.max(1, ...items.map(ageOf))
  if (items.length === 0) return <p>Nothing waits for a decision.</p>
  return (
    <Table label="Held longest" columns={['Comment', 'Waits', 'On']}>
      {items.map((item) => (
        <tr key={item.id}>
          <th scope="row">
            <Link href={`/dashboard/discussion/comments/${item.id}`} prefetch={false}>
              <bdi>{item.name}</bdi>
            </Link>
          </th>
          <Bar share={ageOf(item) / most}>{waitInWords(ageOf(item))}</Bar>
          <td dir="auto">{item.article.title}</td>
        </tr>
      ))}
    </Table>
  )
}

function waitInWords(ms: number): string {
  const days = Math.floor(ms / DAY_MS)
  if (days > 0) return days === 1 ? '1 day' : `${number(days)} days`
  const hours = Math.floor(ms / 3_600_000)
  if (hours > 0) return hours === 1 ? '1 hour' : `${hours} hours`
  return 'under an hour'
}
