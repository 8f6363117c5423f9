'use client'

import { usePathname } from 'next/navigation'
import styles from './header.module.css'

export type Place = { label: string; href: string }

/** Knows the address it is rendered at, which a layout does not; it never runs in the browser. */
export function Navigation({ places }: { places: Place[] }) {
  const path = usePathname()
  return (
    <nav className={styles.navigation} aria-label="Main">
      <ul className={styles.places}>
        {places.map(({ label, href }) => (
          <li key={href}>
            <a href={href} aria-current={current(path, href)}>
              {label}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  )
}

const current = (path: string, href: string) =>
  path === href ? 'page' : path.startsWith(`${href}/`) ? 'true' : undefined
