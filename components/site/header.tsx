import { Phone } from '@/components/ui/phone'
import layout from '@/components/ui/layout.module.css'
import type { SiteView } from '@/db/settings'
import styles from './header.module.css'
import { Navigation, type Place } from './navigation'

export function Header({ site, places }: { site: SiteView; places: Place[] }) {
  return (
    <header className={`${layout.grid} ${styles.header}`}>
      <a className={styles.brand} href="/" dir="auto">
        {site.name}
        <span aria-hidden="true">.</span>
      </a>
      <Navigation places={places} />
      {site.phone && <Phone phone={site.phone} className={styles.phone} />}
    </header>
  )
}
