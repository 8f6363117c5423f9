import { Dated } from '@/components/ui/dated'
import layout from '@/components/ui/layout.module.css'
import type { ArticleView } from '@/db/articles'
import type { MentionView } from '@/db/mentions'
import { articlePath } from '@/domain/articles'
import { countedInWords } from '@/domain/mentions/counted'
import { mentionsPath } from '@/domain/mentions/paths'
import { Elsewhere } from './elsewhere'
import styles from './mentioned-in.module.css'

type Props = Pick<ArticleView, 'slug' | 'counts' | 'mentions' | 'elsewhere'> & { timeZone: string }

/** Where the article is mentioned; these are no comments and stand apart from them. */
export function MentionedIn({ slug, counts, mentions, elsewhere, timeZone }: Props) {
  const counted = countedInWords(elsewhere.counts)
  const listed = mentions.length + elsewhere.mentions.length + elsewhere.replies.length
  return (
    <aside className={styles.mentions} aria-labelledby="mentioned-in">
      <h3 className={styles.title} id="mentioned-in">
        Mentioned in
      </h3>
      {mentions.length + elsewhere.mentions.length > 0 && (
        <ul className={styles.list}>
          {mentions.map((mention) => (
            <OwnMention key={mention.slug} mention={mention} timeZone={timeZone} />
          ))}
          {elsewhere.mentions.map((mention) => (
            <Elsewhere key={mention.id} mention={mention} timeZone={timeZone} />
          ))}
        </ul>
      )}
      {counted && <p className={`${styles.counted} ${layout.figures}`}>{counted}</p>}
      {listed < counts.mentions && (
        <p className={styles.all}>
          <a href={mentionsPath(slug)} rel="nofollow">
            All mentions
          </a>
        </p>
      )}
    </aside>
  )
}

/** Another article of ours, with the words around its link. */
export function OwnMention({ mention, timeZone }: { mention: MentionView; timeZone: string }) {
  const { slug, title, publishAt, quote } = mention
  return (
    <li className={styles.mention}>
      <a href={articlePath(slug)} dir="auto">
        {title}
      </a>
      <p className={`${layout.small} ${layout.figures}`}>
        <Dated at={publishAt} timeZone={timeZone} />
      </p>
      {quote && (
        <blockquote className={styles.quote} dir="auto">
          {quote}
        </blockquote>
      )}
    </li>
  )
}
