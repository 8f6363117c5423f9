import layout from '@/components/ui/layout.module.css'
import { Still } from '@/components/still'
import type { Around, Neighbour } from '@/db/read-on'
import { Entry } from './entry'
import styles from './read-on.module.css'

type Props = Around & { timeZone: string }

/** Where a reader may go from here. */
export function ReadOn({ related, neighbours: { previous, next }, timeZone }: Props) {
  if (related.length === 0 && !previous && !next) return null
  return (
    <Still as="aside" className={`${layout.grid} ${styles.readOn}`} aria-labelledby="read-on-title">
      <h2 className={styles.title} id="read-on-title">
        Read on
      </h2>
      {related.length > 0 && (
        <ul className={styles.related}>
          {related.map((article) => (
            <li className={styles.item} key={article.id}>
              <Entry article={article} timeZone={timeZone} />
            </li>
          ))}
        </ul>
      )}
      {(previous || next) && (
        <nav className={styles.neighbours} aria-label="Before and after">
          {previous && <Way to={previous} rel="prev" label="Before this" />}
          {next && <Way to={next} rel="next" label="After this" />}
        </nav>
      )}
    </Still>
  )
}

function Way({ to, rel, label }: { to: Neighbour; rel: 'prev' | 'next'; label: string }) {
  return (
    <a className={styles.way} data-rel={rel} href={`/articles/${to.slug}`} rel={rel}>
      <span className={styles.label}>{label}</span>
      <span className={styles.name} dir="auto">
        {to.title}
      </span>
    </a>
  )
}
