import { Columns, TitleCell } from '@/components/dashboard/articles/cells'
import styles from '@/components/dashboard/articles/table.module.css'
import { STATE_NAMES } from '@/components/dashboard/articles/words'
import type { ReportRow } from '@/db/score-report'
import { type Part, PARTS } from '@/domain/score/check'
import { PART_NAMES } from '@/domain/score/words'
import own from './report.module.css'

export function ReportTable({ label, rows }: { label: string; rows: ReportRow[] }) {
  return (
    <table role="table" aria-label={label} className={`${styles.table} ${own.table}`}>
      <Columns names={['Title', 'State', 'Score', ...PARTS.map((part) => PART_NAMES[part])]} />
      <tbody role="rowgroup">
        {rows.map((row) => (
          <Row key={row.id} row={row} />
        ))}
      </tbody>
    </table>
  )
}

function Row({ row }: { row: ReportRow }) {
  const by = [row.people.join(', '), row.topic].filter(Boolean).join(' · ')
  return (
    <tr role="row" data-state={row.state}>
      <TitleCell id={row.id} title={row.title} by={by} />
      <td role="cell" className={styles.state}>
        <span className={styles.mark}>{STATE_NAMES[row.state]}</span>
      </td>
      <td role="cell" className={own.total}>
        <strong>{row.total}</strong> / 100
        {row.isInDoubt && <span className={styles.aside}>being scored again</span>}
      </td>
      {PARTS.map((part) => (
        <td key={part} role="cell" className={own.part}>
          <span className={styles.narrow}>{PART_NAMES[part]} </span>
          {pointsOf(row, part)}
        </td>
      ))}
    </tr>
  )
}

const pointsOf = (row: ReportRow, part: Part) => row[part] ?? <span title="Not scored">–</span>
