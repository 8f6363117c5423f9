import type { Route } from 'next'
import Link from 'next/link'
import { countInWords, type Tally } from '@/domain/counting'
import styles from './tabs.module.css'

export type Tab = { label: string; href: Route; count: Tally; current: boolean }

/** The parts of a list, each an address of its own. */
export function Tabs({ label, tabs }: { label: string; tabs: Tab[] }) {
  return (
    <nav className={styles.tabs} aria-label={label}>
      <ul>
        {tabs.map(({ label, href, count, current }) => (
          <li key={label}>
            <Link href={href} aria-current={current ? 'page' : undefined}>
              {label} <span className={styles.count}>{countInWords(count)}</span>
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  )
}
