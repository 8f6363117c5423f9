import { Dated } from '@/components/ui/dated'
import type { ArticleCard } from '@/db/articles'
import { readingMinutes } from '@/domain/document/text'
import { Byline } from './byline'
import styles from './entry.module.css'
import { Picture } from './picture'

type Props = {
  article: ArticleCard
  timeZone: string
  /** The level that fits the page around it. */
  heading?: 'h2' | 'h3'
}

/** An article at the head of a list: picture first, then a large title. */
export function LeadEntry({ article, timeZone, heading: Heading = 'h2' }: Props) {
  return (
    <article className={styles.lead}>
      {article.leadImage && (
        <a className={styles.leadPicture} href={`/articles/${article.slug}`} tabIndex={-1} aria-hidden="true">
          <Picture image={article.leadImage} sizes="(width < 60rem) 100vw, 66vw" eager />
        </a>
      )}
      <div className={styles.leadText}>
        <Topic article={article} />
        <Heading className={styles.leadTitle} dir="auto">
          <a href={`/articles/${article.slug}`}>{article.title}</a>
        </Heading>
        {article.summary && (
          <p className={styles.leadSummary} dir="auto">
            {article.summary}
          </p>
        )}
        <Facts article={article} timeZone={timeZone} />
      </div>
    </article>
  )
}

/** An article in a list: words first, a small picture after them. */
export function Entry({ article, timeZone, heading: Heading = 'h3' }: Props) {
  return (
    <article className={styles.entry}>
      <div className={styles.text}>
        <Topic article={article} />
        <Heading className={styles.title} dir="auto">
          <a href={`/articles/${article.slug}`}>{article.title}</a>
        </Heading>
        {article.summary && (
          <p className={styles.summary} dir="auto">
            {article.summary}
          </p>
        )}
        <Facts article={article} timeZone={timeZone} />
      </div>
      {article.leadImage && (
        <a className={styles.picture} href={`/articles/${article.slug}`} tabIndex={-1} aria-hidden="true">
          <Picture image={article.leadImage} sizes="(width < 60rem) 34vw, 20rem" />
        </a>
      )}
    </article>
  )
}

/** An article in a short list: its title, and who and when beside it. */
export function LineEntry({ article, timeZone, heading: Heading = 'h3' }: Props) {
  return (
    <article className={styles.line}>
      <Heading className={styles.title} dir="auto">
        <a href={`/articles/${article.slug}`}>{article.title}</a>
      </Heading>
      <Facts article={article} timeZone={timeZone} />
    </article>
  )
}

function Topic({ article: { topic } }: Pick<Props, 'article'>) {
  return (
    topic && (
      <p className={styles.topic} dir="auto">
        <a href={`/topics/${topic.slug}`}>{topic.name}</a>
      </p>
    )
  )
}

function Facts({ article, timeZone }: Pick<Props, 'article' | 'timeZone'>) {
  const { comments } = article.counts
  return (
    <p className={styles.facts}>
      {article.people.length > 0 && (
        <span>
          <Byline people={article.people} />
        </span>
      )}
      <span>
        <Dated at={article.publishAt} timeZone={timeZone} />
      </span>
      <span>{readingMinutes(article.wordCount)} min</span>
      {comments > 0 && <span>{comments === 1 ? '1 comment' : `${comments} comments`}</span>}
    </p>
  )
}
