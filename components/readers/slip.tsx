import type { ReactNode } from 'react'
import layout from '@/components/ui/layout.module.css'
import styles from './slip.module.css'

type Props = { title: string; lede: ReactNode; children?: ReactNode }

/** A page for one reader: what is the matter, and the one thing to do. */
export function Slip({ title, lede, children }: Props) {
  return (
    <div className={`${layout.grid} ${styles.slip}`}>
      <h1 className={styles.title}>{title}</h1>
      <div className={styles.text}>
        <p className={styles.lede}>{lede}</p>
        {children}
      </div>
    </div>
  )
}
