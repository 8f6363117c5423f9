import type { ReactNode } from 'react'
import layout from '@/components/ui/layout.module.css'
import type { TopicView } from '@/db/topics'
import styles from './text.module.css'

type Props = {
  /** The way to the parts, in the margin. */
  contents: ReactNode
  topics: TopicView[]
  children: ReactNode
}

/** The text between its margins, and under it what it is about. */
export function Text({ contents, topics, children }: Props) {
  return (
    <div className={`${layout.grid} ${styles.text}`}>
      <div className={styles.margin}>{contents}</div>
      <div className={styles.body}>{children}</div>
      {topics.length > 0 && (
        <p className={styles.topics}>
          <span>Filed under</span>{' '}
          {topics.map((topic, index) => (
            <span key={topic.id}>
              {index > 0 && ', '}
              <a href={`/topics/${topic.slug}`}>
                <bdi>{topic.name}</bdi>
              </a>
            </span>
          ))}
        </p>
      )}
    </div>
  )
}
