import { Composition } from '@/components/ui/composition'
import layout from '@/components/ui/layout.module.css'
import { Phone } from '@/components/ui/phone'
import type { SiteView } from '@/db/settings'
import styles from './failure.module.css'
import notFound from './not-found.module.css'
import { PageTitle } from './page-title'

/** What visitors see when a page cannot be rendered. It is kept ready, so it depends on little. */
export function Failure({ site }: { site: SiteView }) {
  return (
    <>
      <PageTitle
        title="Our fault"
        text="Something went wrong on our side. Please try again in a minute. If you were sending us something, look whether it has arrived before you send it again."
        above="500"
        beside={
          <p className={notFound.ways}>
            <a href="/">Home page</a>
            <a href="/articles">All articles</a>
            {site.phone && <Phone phone={site.phone} />}
            {site.email && <a href={`mailto:${site.email}`}>{site.email}</a>}
          </p>
        }
      />
      <div className={layout.grid}>
        <div className={styles.picture}>
          <Composition kind="strata" seed={11} width={1600} height={520} />
        </div>
      </div>
    </>
  )
}
