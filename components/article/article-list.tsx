import layout from '@/components/ui/layout.module.css'
import { Pager } from '@/components/ui/pager'
import type { ArticleCard } from '@/db/articles'
import type { Listing } from '@/domain/paging'
import styles from './article-list.module.css'
import { Entries } from './entries'
import { LeadEntry } from './entry'

type Props = {
  page: Listing<ArticleCard>
  /** The cursor that this page begins after; null on the first. */
  after: string | null
  /** Whether the first page opens with its newest article large. */
  lead?: boolean
  path: string
  timeZone: string
}

/** One page of articles with the way to the next. */
export function ArticleList({ page, after, lead = true, path, timeZone }: Props) {
  const [newest, ...others] = page.items
  if (!newest)
    return (
      <div className={layout.grid}>
        <p className={styles.empty}>
          {after ? 'There is nothing older than this.' : 'Nothing is published here yet.'}
        </p>
      </div>
    )
  const opens = lead && !after
  return (
    <>
      {opens && (
        <div className={`${layout.grid} ${styles.lead}`}>
          <LeadEntry article={newest} timeZone={timeZone} />
        </div>
      )}
      <Entries articles={opens ? others : page.items} timeZone={timeZone} />
      <Pager path={path} after={after} next={page.next} noun="articles" />
    </>
  )
}
