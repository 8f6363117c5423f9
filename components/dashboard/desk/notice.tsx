import type { ReactNode } from 'react'
import styles from './notice.module.css'

/** Says over a screen what keeps it from doing its work. */
export const Notice = ({ children }: { children: ReactNode }) => (
  <p className={styles.notice} role="note">
    {children}
  </p>
)
