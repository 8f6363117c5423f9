import type { ReactNode } from 'react'
import { Composition } from '@/components/ui/composition'
import layout from '@/components/ui/layout.module.css'
import type { SiteView } from '@/db/settings'
import type { Art } from '@/domain/art'
import styles from './doors.module.css'

type Props = { site: SiteView; title: string; lede?: string; art: Art; children: ReactNode }

/** The page in front of the desk: whose it is, one thing to do, and a picture that bleeds off the edge. */
export function Door({ site, title, lede, art, children }: Props) {
  return (
    <div className={`${layout.grid} ${styles.door}`}>
      <header className={styles.header}>
        <a className={styles.brand} href="/" dir="auto">
          {site.name}
          <span aria-hidden="true">.</span>
        </a>
      </header>
      <main className={styles.main}>
        <h1>{title}</h1>
        {lede && <p className={styles.lede}>{lede}</p>}
        <div className={styles.body}>{children}</div>
      </main>
      <div className={styles.picture}>
        <Composition {...art} width={900} height={1200} />
      </div>
    </div>
  )
}
