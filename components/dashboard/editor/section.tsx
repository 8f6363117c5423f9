import type { ReactNode } from 'react'
import styles from './section.module.css'

/** One subject beside the text. */
export function Section({ title, children }: { title: string; children: ReactNode }) {
  return (
    <div className={styles.section}>
      <h2 className={styles.title}>{title}</h2>
      {children}
    </div>
  )
}
