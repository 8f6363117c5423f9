import { Dated } from '@/components/ui/dated'
import layout from '@/components/ui/layout.module.css'
import type { OwnComment } from '@/db/comments'
import { articlePath } from '@/domain/articles'
import { commentPath } from '@/domain/comments/paths'
import styles from './own-comment.module.css'
import turn from './turn.module.css'

type Props = { own: OwnComment; title: string; timeZone: string; email: string }

/** What became of a comment, for the one who wrote it. */
export function OwnCommentPage({ own, title, timeZone, email }: Props) {
  const { comment, article } = own
  return (
    <div className={`${layout.grid} ${styles.own}`}>
      <h1 className={styles.title}>{title}</h1>
      <div className={styles.text}>
        <p className={styles.state}>
          <Became own={own} timeZone={timeZone} />
        </p>
        <p className={layout.small}>
          This page is yours alone. Keep its address to see what becomes of your comment.
        </p>
        <article className={styles.comment} aria-label="Your comment">
          <p className={layout.small}>
            <bdi>{comment.name}</bdi>, <Dated at={comment.createdAt} timeZone={timeZone} withTime />
            {article && (
              <>
                , on <a href={articlePath(article.slug)}>{article.title}</a>
              </>
            )}
          </p>
          {/* sanitised when it was rendered, by domain/comments/markdown.ts */}
          <div className={turn.words} dir="auto" dangerouslySetInnerHTML={{ __html: comment.html }} />
        </article>
        {email && (
          <p className={layout.small}>
            A question about it? <a href={`mailto:${email}`}>Write to the editors</a>.
          </p>
        )}
      </div>
    </div>
  )
}

function Became({ own: { state, decidedAt, comment, article }, timeZone }: Pick<Props, 'own' | 'timeZone'>) {
  if (!article) return 'The article is not public at the moment, and neither are its comments.'
  if (state === 'published')
    return (
      <>
        Everybody can read it <a href={`${commentPath(article.slug, comment.id)}`}>in the discussion</a>.
      </>
    )
  // a comment that only a rule put aside reads as held, so that machines learn nothing
  if (state === 'held' || decidedAt === null)
    return 'An editor reads every comment of a guest before it appears. Nobody else sees it until then.'
  return (
    <>
      An editor decided on <Dated at={decidedAt} timeZone={timeZone} /> not to publish it. Nobody else sees
      it.
    </>
  )
}
