import { Picture } from '@/components/article/picture'
import head from '@/components/ui/head.module.css'
import layout from '@/components/ui/layout.module.css'
import type { AuthorView } from '@/db/people'
import styles from './author.module.css'

const LONG = 28

/** Who somebody is: name, office, portrait and biography. */
export function Author({ person }: { person: AuthorView }) {
  return (
    <header className={`${layout.grid} ${styles.author}`}>
      <h1 className={head.title} data-long={person.name.length > LONG || undefined} dir="auto">
        {person.name}
      </h1>
      {person.portrait && (
        <div className={styles.portrait}>
          <Picture image={person.portrait} sizes="(width < 60rem) 60vw, 25rem" eager />
        </div>
      )}
      <div className={styles.text}>
        {person.title && (
          <p className={styles.office} dir="auto">
            {person.title}
          </p>
        )}
        {person.biography && (
          <p className={styles.biography} dir="auto">
            {person.biography}
          </p>
        )}
      </div>
    </header>
  )
}
