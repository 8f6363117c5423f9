import type { Route } from 'next'
import Link from 'next/link'
import type { SourceView } from '@/db/mention-sources'
import { mentionsDeskPath } from '@/domain/mentions/desk'
import styles from './sources.module.css'

type Props = {
  state: 'published' | 'held'
  sources: (Pick<SourceView, 'host' | 'count'> & { first: string; last: string })[]
}

export function Sources({ state, sources }: Props) {
  return (
    <table className={styles.table}>
      <thead>
        <tr>
          <th scope="col">Site</th>
          <th scope="col">Pages</th>
          <th scope="col">First</th>
          <th scope="col">Last</th>
        </tr>
      </thead>
      <tbody>
        {sources.map(({ host, count, first, last }) => (
          <tr key={host}>
            <th scope="row">
              <Link href={mentionsDeskPath({ state, host }) as Route}>{host}</Link>
            </th>
            <td>{count.toLocaleString('en-GB')}</td>
            <td>{first}</td>
            <td>{last}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
