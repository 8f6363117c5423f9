import type { ReactNode } from 'react'
import styles from './screen.module.css'

type Props = { title: string; note?: ReactNode; begin?: ReactNode; children: ReactNode }

/** A screen of the desk: its name, a line about it, and the one thing to begin here. */
export function Screen({ title, note, begin, children }: Props) {
  return (
    <div className={styles.screen}>
      <header className={styles.head}>
        <h1>{title}</h1>
        {note && <p className={styles.note}>{note}</p>}
        {begin && <div className={styles.begin}>{begin}</div>}
      </header>
      {children}
    </div>
  )
}
