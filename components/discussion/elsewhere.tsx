import { Dated } from '@/components/ui/dated'
import layout from '@/components/ui/layout.module.css'
import type { ElsewhereView } from '@/db/mentions-elsewhere'
import styles from './mentioned-in.module.css'

type Props = { mention: ElsewhereView; timeZone: string; verb?: string }

/** A page of another site that links here. All of it is plain text; its pictures would tell that site who reads ours. */
export function Elsewhere({ mention, timeZone, verb }: Props) {
  const { source, host, authorName, title, excerpt, publishedAt, receivedAt } = mention
  return (
    <li className={styles.mention}>
      <a href={source} rel="nofollow ugc noopener" dir="auto">
        {title || host}
      </a>
      <p className={`${layout.small} ${layout.figures}`}>
        {verb && `${verb} · `}
        {authorName && (
          <>
            <bdi>{authorName}</bdi> ·{' '}
          </>
        )}
        {title && `${host} · `}
        <Dated at={publishedAt ?? receivedAt} timeZone={timeZone} />
      </p>
      {excerpt && (
        <blockquote className={styles.quote} dir="auto">
          {excerpt}
        </blockquote>
      )}
    </li>
  )
}
