import type { Route } from 'next'
import Link from 'next/link'
import type { Problem } from '@/db/score-report'
import { countInWords } from '@/domain/counting'
import { checkName } from '@/domain/score/words'
import styles from './report.module.css'

type Props = { problems: Problem[]; current: string | undefined; addressOf: (check: string) => Route }

/** What was found most often, each the way to the articles that have it. */
export function Problems({ problems, current, addressOf }: Props) {
  return (
    <ul className={styles.problems}>
      {problems.map(({ check, articles }) => (
        <li key={check}>
          <Link href={addressOf(check)} aria-current={check === current || undefined}>
            {checkName(check)}
          </Link>
          <span className={styles.count}>{countInWords(articles)}</span>
        </li>
      ))}
    </ul>
  )
}
