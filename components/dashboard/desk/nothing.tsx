import type { ReactNode } from 'react'
import styles from './nothing.module.css'

/** What stands where a list would: why it is empty, and what to do. */
export function Nothing({ title, children }: { title: string; children?: ReactNode }) {
  return (
    <div className={styles.nothing}>
      <h2>{title}</h2>
      {children}
    </div>
  )
}
