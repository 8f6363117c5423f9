import { Entries } from '@/components/article/entries'
import type { ArticleCard } from '@/db/articles'
import type { SiteView } from '@/db/settings'
import type { TopicView } from '@/db/topics'
import styles from './not-found.module.css'
import { PageTitle } from './page-title'
import { TopicsList } from './topics-list'

type Props = { isGone: boolean; site: SiteView; articles: ArticleCard[]; topics: TopicView[] }

export function NotFound({ isGone, site, articles, topics }: Props) {
  return (
    <div className={styles.notFound}>
      <PageTitle
        title={isGone ? 'Gone' : 'Not found'}
        text={
          isGone
            ? 'The article that stood here was taken down.'
            : 'There is no page at this address. It may have been mistyped, or the page was taken down.'
        }
        above={isGone ? '410' : '404'}
        beside={
          <>
            <p className={styles.ways}>
              <a href="/">Home page</a>
              <a href="/articles">All articles</a>
              {site.email && <a href={`mailto:${site.email}`}>Tell us what you were looking for</a>}
            </p>
            <TopicsList topics={topics} label="Topics" />
          </>
        }
      />
      <Entries articles={articles} timeZone={site.timeZone} />
    </div>
  )
}
