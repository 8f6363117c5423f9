import { Pager } from '@/components/ui/pager'
import type { AnyMention } from '@/db/all-mentions'
import type { ArticleView } from '@/db/articles'
import { articlePath } from '@/domain/articles'
import { mentionsInWords } from '@/domain/discussion/counts'
import { mentionsPath } from '@/domain/mentions/paths'
import { KIND_NAMES } from '@/domain/mentions/words'
import type { Listing } from '@/domain/paging'
import { Slip } from '@/components/readers/slip'
import { Elsewhere } from './elsewhere'
import { OwnMention } from './mentioned-in'
import styles from './mentioned-in.module.css'

type Props = {
  article: ArticleView
  page: Listing<AnyMention>
  isFirst: boolean
  /** The cursor of the page before; null where that is the first. */
  previous: string | null
  timeZone: string
}

/** All that mention an article: our own articles and pages of other sites, the newest first. */
export function AllMentions({ article, page, isFirst, previous, timeZone }: Props) {
  const { slug, title, counts } = article
  return (
    <Slip
      title={mentionsInWords(counts.mentions)}
      lede={
        <>
          of{' '}
          <a href={articlePath(slug)} dir="auto">
            {title}
          </a>
        </>
      }
    >
      <ul className={styles.list}>
        {page.items.map((item) =>
          item.from === 'here' ? (
            <OwnMention key={`here ${item.mention.id}`} mention={item.mention} timeZone={timeZone} />
          ) : (
            <Elsewhere
              key={item.mention.id}
              mention={item.mention}
              timeZone={timeZone}
              verb={KIND_NAMES[item.mention.kind]}
            />
          ),
        )}
      </ul>
      <Pager
        path={mentionsPath(slug)}
        isFirst={isFirst}
        previous={previous}
        next={page.next}
        noun="mentions"
      />
    </Slip>
  )
}
