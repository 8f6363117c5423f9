import layout from '@/components/ui/layout.module.css'
import { Pager } from '@/components/ui/pager'
import type { ArticleCard } from '@/db/articles'
import type { Listing } from '@/domain/paging'
import styles from './article-list.module.css'
import { Entries } from './entries'
import { LeadEntry } from './entry'

type Props = {
  page: Listing<ArticleCard>
  isFirst: boolean
  /** The cursor of the page before; null where that is the first. */
  previous: string | null
  /** Whether the first page opens with its newest article large. */
  lead?: boolean
  path: string
  timeZone: string
}

/** One page of articles with the way to the next. */
export function ArticleList({ page, isFirst, previous, lead = true, path, timeZone }: Props) {
  const [newest, ...others] = page.items
  if (!newest)
    return (
      <div className={layout.grid}>
        <p className={styles.empty}>
          {isFirst ? 'Nothing is published here yet.' : 'There is nothing older than this.'}
        </p>
      </div>
    )
  const opens = lead && isFirst
  return (
    <>
      {opens && (
        <div className={`${layout.grid} ${styles.lead}`}>
          <LeadEntry article={newest} timeZone={timeZone} />
        </div>
      )}
      <Entries articles={opens ? others : page.items} timeZone={timeZone} />
      <Pager path={path} isFirst={isFirst} previous={previous} next={page.next} noun="articles" />
    </>
  )
}
