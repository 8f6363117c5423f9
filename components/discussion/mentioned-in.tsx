import { Dated } from '@/components/ui/dated'
import layout from '@/components/ui/layout.module.css'
import type { MentionView } from '@/db/mentions'
import { articlePath } from '@/domain/articles'
import styles from './mentioned-in.module.css'

/** Where the article is mentioned; these are no comments and stand apart from them. */
export function MentionedIn({ mentions, timeZone }: { mentions: MentionView[]; timeZone: string }) {
  return (
    <aside className={styles.mentions} aria-labelledby="mentioned-in">
      <h3 className={styles.title} id="mentioned-in">
        Mentioned in
      </h3>
      <ul className={styles.list}>
        {mentions.map(({ slug, title, publishAt, quote }) => (
          <li className={styles.mention} key={slug}>
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
        ))}
      </ul>
    </aside>
  )
}
