import type { ReactNode } from 'react'
import layout from '@/components/ui/layout.module.css'
import type { SiteView } from '@/db/settings'
import type { Section } from '@/domain/sections'
import { Footer } from './footer'
import { fonts } from './fonts'
import { Header } from './header'
import { Icons } from './icons'
import { JsonLd } from './json-ld'
import { organization } from './organization'
import { places } from './places'
import styles from './shell.module.css'

type Props = { site: SiteView; sections: Section[]; origin: string; children: ReactNode }

/** The document around every page for visitors: whose it is stands above and below. */
export function Shell({ site, sections, origin, children }: Props) {
  const contact = sections.find((section) => section.kind === 'contact')
  return (
    <html lang="en" className={fonts}>
      <head>
        <Icons />
      </head>
      <body>
        <a className={`${layout.unseen} ${styles.skip}`} href="#content">
          Skip to the content
        </a>
        <Header site={site} places={places(sections)} />
        <main className={styles.main} id="content" tabIndex={-1}>
          {children}
        </main>
        <Footer site={site} contact={contact?.data ?? null} />
        <JsonLd data={organization(site, origin)} />
      </body>
    </html>
  )
}
