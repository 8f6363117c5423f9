import layout from '@/components/ui/layout.module.css'
import styles from './quotes.module.css'
import type { DataOf } from './types'

/** What clients say: the first at the top of its voice, the others after it. */
export function Quotes({ id, data }: { id: string; data: DataOf<'quotes'> }) {
  return (
    <section
      className={`${layout.grid} ${layout.section} ${styles.quotes}`}
      id={id}
      aria-labelledby={`${id}-title`}
    >
      <h2 className={layout.unseen} id={`${id}-title`}>
        What clients say
      </h2>
      {data.items.map((item) => (
        <figure className={styles.quote} key={item.quote}>
          <blockquote className={styles.words} dir="auto">
            <p>“{item.quote}”</p>
          </blockquote>
          <figcaption className={styles.speaker} dir="auto">
            <strong>{item.name}</strong>, {item.role}
          </figcaption>
        </figure>
      ))}
    </section>
  )
}
