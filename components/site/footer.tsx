import { Phone } from '@/components/ui/phone'
import { Postal } from '@/components/ui/postal'
import layout from '@/components/ui/layout.module.css'
import { Still } from '@/components/still'
import type { SiteView } from '@/db/settings'
import type { Section } from '@/domain/sections'
import styles from './footer.module.css'

type Contact = Extract<Section, { kind: 'contact' }>['data']

/** Who publishes this and how to reach them; where the home page has a contact section, it closes every page. */
export function Footer({ site, contact }: { site: SiteView; contact: Contact | null }) {
  return (
    <Still as="footer" className={`${layout.grid} ${styles.footer}`} id="contact">
      {contact && <Call contact={contact} email={site.email} />}
      <div className={styles.columns}>
        <div className={styles.column}>
          <p className={styles.label} dir="auto">
            {site.name}
          </p>
          <p dir="auto">{site.tagline}</p>
        </div>
        {site.address && (
          <div className={styles.column}>
            <p className={styles.label}>Visit</p>
            <address>
              <Postal address={site.address} />
            </address>
          </div>
        )}
        {(site.phone || site.email) && (
          <div className={styles.column}>
            <p className={styles.label}>Call or write</p>
            <ul className={styles.links}>
              {site.phone && (
                <li className={layout.figures}>
                  <Phone phone={site.phone} />
                </li>
              )}
              {site.email && (
                <li>
                  <a href={`mailto:${site.email}`}>{site.email}</a>
                </li>
              )}
            </ul>
          </div>
        )}
        <nav className={styles.column} aria-labelledby="footer-read">
          <p className={styles.label} id="footer-read">
            Read
          </p>
          <ul className={styles.links}>
            <li>
              <a href="/articles">All articles</a>
            </li>
            <li>
              <a href="/feed.xml">RSS feed</a> · <a href="/feed.json">JSON feed</a>
            </li>
            <li>
              <a href="/sign-in" rel="nofollow">
                Sign in
              </a>{' '}
              ·{' '}
              <a href="/your-data" rel="nofollow">
                Your data
              </a>
            </li>
          </ul>
        </nav>
      </div>
    </Still>
  )
}

function Call({ contact, email }: { contact: Contact; email: string }) {
  return (
    <section className={styles.call} aria-labelledby="contact-headline">
      <h2 className={styles.headline} id="contact-headline" dir="auto">
        {contact.headline}
      </h2>
      <div className={styles.offer}>
        <p dir="auto">{contact.text}</p>
        {email && (
          <a className={styles.write} href={`mailto:${email}`}>
            {contact.callToAction}
          </a>
        )}
      </div>
    </section>
  )
}
