import { Dated } from '@/components/ui/dated'
import head from '@/components/ui/head.module.css'
import layout from '@/components/ui/layout.module.css'
import type { ArticleView } from '@/db/articles'
import type { ExplainedScore } from '@/db/scores'
import { articlePath } from '@/domain/articles'
import { PARTS } from '@/domain/score/check'
import type { Block } from '@/domain/score/reading'
import styles from './explanation.module.css'
import { Formula } from './formula'
import { PartOfScore } from './part'

type Props = {
  article: Pick<ArticleView, 'slug' | 'title'>
  score: ExplainedScore
  /** The text that was scored. */
  blocks: Block[]
  timeZone: string
}

/** How the score of an article came about: its parts, every check with what it found, and the sum. */
export function Explanation({ article, score, blocks, timeZone }: Props) {
  return (
    <>
      <header className={`${layout.grid} ${styles.head}`}>
        <p className={head.above} dir="auto">
          <a href={articlePath(article.slug)}>{article.title}</a>
        </p>
        <h1 className={`${head.title} ${styles.total}`}>
          <span className={layout.unseen}>Score: </span>
          {score.total} <span className={styles.of}>/ 100</span>
        </h1>
        <p className={styles.text}>
          What you can read here was checked by {rulesInWords(score.checks.length)}. The same text always gets
          the same score: no person and no machine that learns has a hand in it.
        </p>
        <Formula score={score} />
      </header>
      {PARTS.map((part) => (
        <PartOfScore
          key={part}
          part={part}
          points={score[part]}
          checks={score.checks.filter((check) => check.part === part)}
          blocks={blocks}
        />
      ))}
      <div className={`${layout.grid} ${styles.foot}`}>
        <p>
          Scored <Dated at={score.scoredAt} timeZone={timeZone} withTime /> by version {score.rulesVersion} of
          the rules. Whenever the text, an image, a link or another article changes what was found, it is
          scored again, and until then no score is shown.
        </p>
      </div>
    </>
  )
}

const rulesInWords = (count: number) => (count === 1 ? 'one rule' : `${count} rules`)

/** While the score is on its way. */
export function NotYet({ article }: Pick<Props, 'article'>) {
  return (
    <header className={`${layout.grid} ${styles.head}`}>
      <p className={head.above} dir="auto">
        <a href={articlePath(article.slug)}>{article.title}</a>
      </p>
      <h1 className={`${head.title} ${styles.total}`}>Not scored yet</h1>
      <p className={styles.text}>
        Something in it, or around it, has just changed. It is being scored again; in a minute the result
        stands here.
      </p>
    </header>
  )
}
