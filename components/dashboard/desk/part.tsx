import type { ReactNode } from 'react'
import styles from './part.module.css'

type Props = { id: string; title: string; children: ReactNode }

/** A part of a screen that reports. */
export const Part = ({ id, title, children }: Props) => (
  <section className={styles.part} aria-labelledby={id}>
    <h2 id={id}>{title}</h2>
    {children}
  </section>
)

/** Says what was left out of a part. */
export const PartNote = ({ children }: { children: ReactNode }) => <p className={styles.note}>{children}</p>
