import { Picture } from '@/components/article/picture'
import layout from '@/components/ui/layout.module.css'
import type { ColleagueView } from '@/db/people'
import { Opening } from './opening'
import styles from './people.module.css'
import type { DataOf } from './types'

export function People({
  id,
  data,
  people,
}: {
  id: string
  data: DataOf<'people'>
  people: ColleagueView[]
}) {
  const bySlug = new Map(people.map((person) => [person.slug, person]))
  const shown =
    data.people.length > 0
      ? data.people.flatMap((slug) => bySlug.get(slug) ?? [])
      : people.filter(({ isAuthor }) => isAuthor)
  return (
    <section className={`${layout.grid} ${layout.section}`} id={id} aria-labelledby={`${id}-title`}>
      <Opening id={id} title={data.title} note={data.note} />
      <ul className={styles.people}>
        {shown.map((person) => (
          <li className={styles.person} key={person.id}>
            {person.isAuthor ? (
              <a className={styles.link} href={`/authors/${person.slug}`}>
                <Face person={person} />
              </a>
            ) : (
              <Face person={person} />
            )}
            <span className={layout.small} dir="auto">
              {person.title}
            </span>
          </li>
        ))}
      </ul>
    </section>
  )
}

function Face({ person }: { person: ColleagueView }) {
  return (
    <>
      {person.portrait && (
        <span className={styles.portrait}>
          <Picture image={person.portrait} sizes="(width < 60rem) 46vw, 18rem" />
        </span>
      )}
      <strong className={styles.name} dir="auto">
        {person.name}
      </strong>
    </>
  )
}
