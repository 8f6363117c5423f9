import layout from '@/components/ui/layout.module.css'
import { Slip } from '@/components/readers/slip'
import slip from '@/components/readers/slip.module.css'
import type { MentionStatus as Status } from '@/db/mention-status'
import { statusInWords } from '@/domain/mentions/words'

const TITLES: Record<Status['state'], string> = {
  waiting: 'Your mention waits',
  held: 'Your mention waits',
  spam: 'Your mention waits',
  removed: 'Your mention waits',
  published: 'Your mention is shown',
  gone: 'There is nothing to show',
}

/** What became of a mention, for whoever sent it. */
export function MentionStatus({ status }: { status: Status }) {
  const { state, source, target } = status
  return (
    <Slip title={TITLES[state]} lede={statusInWords(status)}>
      <ul className={slip.list}>
        <li>
          <span className={layout.small}>Your page</span>
          <a href={source} rel="nofollow ugc noopener">
            {source}
          </a>
        </li>
        <li>
          <span className={layout.small}>Our article</span>
          <a href={target}>{target}</a>
        </li>
      </ul>
      <p className={layout.small}>
        When you change your page, or take the link away, send it again: then it is read again.
      </p>
    </Slip>
  )
}
