import { Pager } from '@/components/ui/pager'
import type { ArticleView } from '@/db/articles'
import type { ElsewhereView } from '@/db/mentions-elsewhere'
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
  elsewhere: Listing<ElsewhereView>
  isFirst: boolean
  timeZone: string
}

/** All that mention an article: our own articles first, then other sites, the newest first. */
export function AllMentions({ article, elsewhere, isFirst, timeZone }: Props) {
  const { slug, title, counts, mentions } = article
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
        {isFirst &&
          mentions.map((mention) => <OwnMention key={mention.slug} mention={mention} timeZone={timeZone} />)}
        {elsewhere.items.map((mention) => (
          <Elsewhere key={mention.id} mention={mention} timeZone={timeZone} verb={KIND_NAMES[mention.kind]} />
        ))}
      </ul>
      <Pager
        path={mentionsPath(slug)}
        isFirst={isFirst}
        previous={null}
        next={elsewhere.next}
        noun="mentions"
      />
    </Slip>
  )
}
