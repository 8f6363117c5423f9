import { Picture } from '@/components/article/picture'
import layout from '@/components/ui/layout.module.css'
import type { PersonView } from '@/db/people'
import { Opening } from './opening'
import styles from './people.module.css'
import type { DataOf } from './types'

export function People({ id, data, people }: { id: string; data: DataOf<'people'>; people: PersonView[] }) {
  const bySlug = new Map(people.map((person) => [person.slug, person]))
  const shown = data.people.length > 0 ? data.people.flatMap((slug) => bySlug.get(slug) ?? []) : people
  return (
    <section className={`${layout.grid} ${layout.section}`} id={id} aria-labelledby={`${id}-title`}>
      <Opening id={id} title={data.title} note={data.note} />
      <ul className={styles.people}>
        {shown.map((person) => (
          <li className={styles.person} key={person.id}>
            <a className={styles.link} href={`/authors/${person.slug}`}>
              {person.portrait && (
                <span className={styles.portrait}>
                  <Picture image={person.portrait} sizes="(width < 60rem) 46vw, 18rem" />
                </span>
              )}
              <strong className={styles.name} dir="auto">
                {person.name}
              </strong>
            </a>
            <span className={layout.small} dir="auto">
              {person.title}
            </span>
          </li>
        ))}
      </ul>
    </section>
  )
}
