import { Dated } from '@/components/ui/dated'
import head from '@/components/ui/head.module.css'
import layout from '@/components/ui/layout.module.css'
import type { ArticleView } from '@/db/articles'
import { countsInWords } from '@/domain/discussion/counts'
import { readingMinutes } from '@/domain/document/text'
import { Byline } from './byline'
import styles from './opening.module.css'
import { Picture } from './picture'
import { ScoreBadge } from './score-badge'

// above it a headline set at full size would fill the window
const LONG = 72

type Props = { article: ArticleView; timeZone: string }

/** All that stands above the text: topic, headline, summary, who and when, and the lead image. */
export function Opening({ article, timeZone }: Props) {
  const { topic, leadImage, leadCaption } = article
  const credit = [leadCaption, leadImage?.credit].filter(Boolean).join(' ')
  return (
    <header className={`${layout.grid} ${styles.opening}`}>
      {topic && (
        <p className={head.above} dir="auto">
          <a href={`/topics/${topic.slug}`}>{topic.name}</a>
        </p>
      )}
      <h1 className={styles.headline} data-long={article.title.length > LONG || undefined} dir="auto">
        {article.title}
      </h1>
      <div className={styles.aside}>
        {article.summary && (
          <p className={styles.summary} dir="auto">
            {article.summary}
          </p>
        )}
        <Facts article={article} timeZone={timeZone} />
      </div>
      {leadImage && (
        <figure className={styles.figure}>
          <div className={styles.picture}>
            <Picture image={leadImage} sizes="(width < 72rem) 100vw, 75vw" eager />
          </div>
          {credit && (
            <figcaption className={styles.caption} dir="auto">
              {credit}
            </figcaption>
          )}
        </figure>
      )}
    </header>
  )
}

function Facts({ article, timeZone }: Props) {
  const { people, publishAt, revisedAt, counts, slug, score, showsScore } = article
  return (
    <div className={styles.facts}>
      {people.length > 0 && (
        <div className={styles.byline}>
          <Portraits article={article} />
          <p>
            By <Byline people={people} />
          </p>
        </div>
      )}
      <p className={layout.figures}>
        <span className={layout.unseen}>Published </span>
        <Dated at={publishAt} timeZone={timeZone} />
        {revisedAt && (
          <span className={styles.updated}>
            updated <Dated at={revisedAt} timeZone={timeZone} />
          </span>
        )}
      </p>
      <p className={layout.figures}>{readingMinutes(article.wordCount)} min read</p>
      <p className={layout.figures}>
        <a href="#discussion">{countsInWords(counts)}</a>
      </p>
      {showsScore && score && <ScoreBadge slug={slug} total={score.total} />}
    </div>
  )
}

function Portraits({ article }: Pick<Props, 'article'>) {
  const portrayed = article.people.filter((person) => person.portrait)
  return (
    portrayed.length > 0 && (
      <div className={styles.portraits} aria-hidden="true">
        {portrayed.map(
          ({ id, portrait }) => portrait && <Picture key={id} image={portrait} sizes="3rem" decorative />,
        )}
      </div>
    )
  )
}
