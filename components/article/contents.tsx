import type { Heading } from '@/domain/document/text'
import styles from './contents.module.css'

/** The way to each part of a text that has parts. */
export function Contents({ headings }: { headings: Pick<Heading, 'id' | 'level' | 'text'>[] }) {
  const parts = headings.filter(({ level }) => level === 2)
  if (parts.length < 2) return null
  return (
    <nav className={styles.contents} aria-labelledby="contents-title">
      <p className={styles.title} id="contents-title">
        On this page
      </p>
      <ol className={styles.parts}>
        {parts.map(({ id, text }) => (
          <li key={id}>
            <a href={`#${id}`} dir="auto">
              {text}
            </a>
          </li>
        ))}
        <li>
          <a href="#discussion">Discussion</a>
        </li>
      </ol>
    </nav>
  )
}
