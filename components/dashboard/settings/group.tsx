import type { ReactNode } from 'react'
import styles from './form.module.css'

type Props = { id: string; title: string; about: ReactNode; children: ReactNode }

/** A subject of the settings: what it is about, and beside it the form. */
export function Group({ id, title, about, children }: Props) {
  return (
    <section className={styles.group} aria-labelledby={id}>
      <header>
        <h2 id={id}>{title}</h2>
        <p>{about}</p>
      </header>
      {children}
    </section>
  )
}
