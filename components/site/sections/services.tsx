import layout from '@/components/ui/layout.module.css'
import { Opening } from './opening'
import styles from './services.module.css'
import type { DataOf } from './types'

export function Services({ id, data }: { id: string; data: DataOf<'services'> }) {
  return (
    <section className={`${layout.grid} ${layout.section}`} id={id} aria-labelledby={`${id}-title`}>
      <Opening id={id} title={data.title} note={data.note} />
      <ul className={styles.services}>
        {data.items.map((item) => (
          <li className={styles.service} key={item.name}>
            <h3 className={styles.name} dir="auto">
              {item.name}
            </h3>
            <p className={styles.text} dir="auto">
              {item.text}
            </p>
          </li>
        ))}
      </ul>
    </section>
  )
}
