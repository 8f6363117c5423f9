import layout from '@/components/ui/layout.module.css'
import type { ScoreView } from '@/db/scores'
import { PARTS } from '@/domain/score/check'
import { shareOf } from '@/domain/score/total'
import { PART_NAMES } from '@/domain/score/words'
import styles from './explanation.module.css'

const percent = (share: number) => `${Math.round(share * 100)} %`

/** The sum that makes the total. */
export function Formula({ score }: { score: ScoreView }) {
  return (
    <table className={styles.formula}>
      <caption className={layout.unseen}>How the parts make the total</caption>
      <thead>
        <tr>
          <th scope="col">Part</th>
          <th scope="col">Points</th>
          <th scope="col">Counts</th>
        </tr>
      </thead>
      <tbody>
        {PARTS.map((part) => (
          <tr key={part}>
            <th scope="row">
              <a href={`#${part}`}>{PART_NAMES[part]}</a>
            </th>
            <td>{score[part] ?? 'not scored'}</td>
            <td>{score[part] === null ? '–' : percent(shareOf(part, score))}</td>
          </tr>
        ))}
      </tbody>
      <tfoot>
        <tr>
          <th scope="row">Total, rounded</th>
          <td>{score.total}</td>
          <td />
        </tr>
      </tfoot>
    </table>
  )
}
