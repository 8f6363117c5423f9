import layout from '@/components/ui/layout.module.css'
import { Opening } from './opening'
import styles from './story.module.css'
import type { DataOf } from './types'

/** The first paragraph is said aloud, the others explain it. */
export function Story({ id, data }: { id: string; data: DataOf<'story'> }) {
  const [first, ...others] = data.paragraphs
  return (
    <section className={`${layout.grid} ${layout.section}`} id={id} aria-labelledby={`${id}-title`}>
      <Opening id={id} title={data.title} note={data.note} />
      <div className={styles.story}>
        <p className={styles.first} dir="auto">
          {first}
        </p>
        {others.length > 0 && (
          <div className={styles.others}>
            {others.map((paragraph) => (
              <p key={paragraph} dir="auto">
                {paragraph}
              </p>
            ))}
          </div>
        )}
      </div>
    </section>
  )
}
