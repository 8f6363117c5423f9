import { Phone } from '@/components/ui/phone'
import type { SiteView } from '@/db/settings'
import styles from './not-found.module.css'
import { PageTitle } from './page-title'

/** What visitors see when a page cannot be rendered. It is kept ready, so it depends on little. */
export function Failure({ site }: { site: SiteView }) {
  return (
    <PageTitle
      title="Our mistake"
      text="Something went wrong on our side, and nothing that you sent was stored. Please try again in a minute. If it stays like this, we would be glad to hear from you."
      above="500"
      beside={
        <p className={styles.ways}>
          <a href="/">Home page</a>
          <a href="/articles">All articles</a>
          {site.phone && <Phone phone={site.phone} />}
          {site.email && <a href={`mailto:${site.email}`}>{site.email}</a>}
        </p>
      }
    />
  )
}
