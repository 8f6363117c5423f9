import { Dated } from '@/components/ui/dated'
import layout from '@/components/ui/layout.module.css'
import type { ElsewhereView } from '@/db/mentions-elsewhere'
import { mentionsPath } from '@/domain/mentions/paths'
import { Still } from '../still'
import styles from './replies-elsewhere.module.css'
import turn from './turn.module.css'

type Props = { replies: ElsewhereView[]; count: number; slug: string; timeZone: string }

/** Answers to the article that stand on other sites; whoever wants to go on there follows them. */
export function RepliesElsewhere({ replies, count, slug, timeZone }: Props) {
  return (
    <section className={styles.replies} aria-labelledby="replies-elsewhere">
      <h3 className={styles.title} id="replies-elsewhere">
        Replies from elsewhere
      </h3>
      <Still as="ol" className={styles.list}>
        {replies.map((reply) => (
          <li key={reply.id}>
            <Reply reply={reply} timeZone={timeZone} />
          </li>
        ))}
      </Still>
      {count > replies.length && (
        <p className={styles.all}>
          <a href={mentionsPath(slug)} rel="nofollow">
            All {count} replies from elsewhere
          </a>
        </p>
      )}
    </section>
  )
}

function Reply({ reply, timeZone }: { reply: ElsewhereView; timeZone: string }) {
  const { id, source, host, authorName, authorUrl, excerpt, publishedAt, receivedAt } = reply
  const name = authorName || host
  return (
    <article className={turn.turn} id={`mention-${id}`} aria-label={`Reply by ${name} on ${host}`}>
      <header className={turn.who}>
        <p className={turn.name}>
          {authorName && authorUrl ? (
            <a href={authorUrl} rel="nofollow ugc noopener">
              <bdi>{name}</bdi>
            </a>
          ) : (
            <bdi>{name}</bdi>
          )}
        </p>
        <p className={`${layout.small} ${layout.figures}`}>
          on{' '}
          <a href={source} rel="nofollow ugc noopener">
            {host}
          </a>
          {' · '}
          <Dated at={publishedAt ?? receivedAt} timeZone={timeZone} />
        </p>
      </header>
      <div className={turn.said}>
        <p className={turn.words} dir="auto">
          {excerpt || 'It says nothing that could be shown here.'}
        </p>
      </div>
    </article>
  )
}
