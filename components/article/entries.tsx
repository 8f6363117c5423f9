import type { ArticleCard } from '@/db/articles'
import { formatMonth } from '@/domain/dates'
import layout from '@/components/ui/layout.module.css'
import { Entry } from './entry'
import styles from './entries.module.css'

/** Articles under the months in which they came out, as the site sees them. */
export function Entries({ articles, timeZone }: { articles: ArticleCard[]; timeZone: string }) {
  return byMonth(articles, timeZone).map(([month, entries]) => (
    <section className={`${layout.grid} ${styles.month}`} key={month} aria-label={month}>
      <h2 className={styles.name}>{month}</h2>
      <ol className={styles.entries}>
        {entries.map((article) => (
          <li className={styles.item} key={article.id}>
            <Entry article={article} timeZone={timeZone} />
          </li>
        ))}
      </ol>
    </section>
  ))
}

function byMonth(articles: ArticleCard[], timeZone: string): [month: string, entries: ArticleCard[]][] {
  const months = new Map<string, ArticleCard[]>()
  for (const article of articles) {
    const month = formatMonth(article.publishAt, timeZone)
    months.set(month, [...(months.get(month) ?? []), article])
  }
  return [...months]
}
