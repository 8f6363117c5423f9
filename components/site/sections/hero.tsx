import { Composition } from '@/components/ui/composition'
import { Phone } from '@/components/ui/phone'
import { Postal } from '@/components/ui/postal'
import layout from '@/components/ui/layout.module.css'
import type { SiteView } from '@/db/settings'
import styles from './hero.module.css'
import type { DataOf } from './types'

export function Hero({ data, site }: { data: DataOf<'hero'>; site: SiteView }) {
  return (
    <section className={`${layout.grid} ${styles.hero}`}>
      <h1 className={styles.headline} dir="auto">
        <Emphasised text={data.headline} words={data.emphasis} />
      </h1>
      <div className={styles.aside}>
        <p className={styles.lede} dir="auto">
          {data.lede}
        </p>
        <address className={styles.address}>
          <strong>{site.name}</strong>
          {site.address && (
            <span>
              <Postal address={site.address} />
            </span>
          )}
          {site.phone && <Phone phone={site.phone} className={layout.figures} />}
        </address>
      </div>
      <div className={styles.picture}>
        <Composition {...data.art} width={1280} height={640} />
      </div>
    </section>
  )
}

function Emphasised({ text, words }: { text: string; words: string }) {
  const start = words ? text.indexOf(words) : -1
  if (start < 0) return text
  return (
    <>
      {text.slice(0, start)}
      <em className={styles.emphasis}>{words}</em>
      {text.slice(start + words.length)}
    </>
  )
}
