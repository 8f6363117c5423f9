import type { TopicView } from '@/db/topics'
import styles from './topics-list.module.css'

/** The topics as a line of links. */
export function TopicsList({ topics, label }: { topics: TopicView[]; label: string }) {
  if (topics.length === 0) return null
  return (
    <nav className={styles.topics} aria-label={label}>
      <span className={styles.label} aria-hidden="true">
        {label}
      </span>
      <ul className={styles.list}>
        {topics.map((topic) => (
          <li key={topic.id}>
            <a href={`/topics/${topic.slug}`} dir="auto">
              {topic.name}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  )
}
