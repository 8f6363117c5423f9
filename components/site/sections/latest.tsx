import { LeadEntry, LineEntry } from '@/components/article/entry'
import layout from '@/components/ui/layout.module.css'
import type { ArticleCard } from '@/db/articles'
import styles from './latest.module.css'
import { Opening } from './opening'
import type { DataOf } from './types'

type Props = { id: string; data: DataOf<'articles'>; articles: ArticleCard[]; timeZone: string }

/** The newest article large, the ones before it in a list. */
export function Latest({ id, data, articles, timeZone }: Props) {
  const [lead, ...others] = articles.slice(0, data.count)
  return (
    <section className={layout.section} id={id} aria-labelledby={`${id}-title`}>
      <div className={layout.grid}>
        <Opening id={id} title={data.title} note={data.note} />
      </div>
      {lead && (
        <div className={`${layout.grid} ${styles.lead}`}>
          <LeadEntry article={lead} timeZone={timeZone} heading="h3" />
        </div>
      )}
      {others.length > 0 && (
        <ol className={`${layout.grid} ${styles.others}`}>
          {others.map((article) => (
            <li className={styles.other} key={article.id}>
              <LineEntry article={article} timeZone={timeZone} />
            </li>
          ))}
        </ol>
      )}
      <p className={`${layout.grid} ${styles.all}`}>
        {lead ? <a href="/articles">All articles</a> : <span>Nothing is published yet.</span>}
      </p>
    </section>
  )
}
