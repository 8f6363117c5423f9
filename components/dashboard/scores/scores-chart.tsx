import { Chart } from '@/components/dashboard/desk/chart'
import { Table } from '@/components/dashboard/desk/table'
import type { ScoreDay } from '@/db/score-days'
import { formatDate } from '@/domain/dates'
import { PARTS } from '@/domain/score/check'
import { inPoints, PART_NAMES } from '@/domain/score/words'
import styles from './report.module.css'

const LINES = ['total', ...PARTS] as const
const NAMES = { total: 'Total', ...PART_NAMES }
const WIDTH = 600
const GUIDES = [25, 50, 75]

/** The averages of public articles by day, as lines. */
export function ScoresChart({ days }: { days: ScoreDay[] }) {
  const [first, last] = [days[0], days.at(-1)]
  if (!first || !last)
    return <p>Nothing is noted yet: the first day’s averages stand here within the hour.</p>
  const over =
    last.articles === 1 ? 'one public article' : `${last.articles.toLocaleString('en-GB')} public articles`
  const isDrawn = days.length > 1
  const today = `${inPoints(last.total)} on average over ${over}`
  return (
    <Chart
      drawing={
        isDrawn && (
          <svg
            className={styles.drawing}
            viewBox={`0 0 ${WIDTH} 100`}
            preserveAspectRatio="none"
            role="img"
            aria-label={`Average scores from ${dated(first)} to ${dated(last)}: the total went from ${inPoints(first.total)} to ${inPoints(last.total)}. The numbers stand in the table below.`}
          >
            {GUIDES.map((y) => (
              <line key={y} x1={0} x2={WIDTH} y1={y} y2={y} />
            ))}
            {LINES.toReversed().map((line) => (
              <polyline key={line} data-line={line} points={pointsOf(days, line)} />
            ))}
          </svg>
        )
      }
      axis={
        <>
          <span>{dated(first)}</span>
          <strong>{today}</strong>
        </>
      }
      legend={
        isDrawn &&
        LINES.map((line) => (
          <span key={line}>
            <svg className={styles.key} viewBox="0 0 30 8" aria-hidden="true">
              <polyline data-line={line} points="0,4 30,4" />
            </svg>
            {NAMES[line]}
          </span>
        ))
      }
      table={
        <Table
          label="Average scores by day"
          columns={['Day', 'Articles', ...LINES.map((line) => NAMES[line])]}
        >
          {days.toReversed().map((day) => (
            <tr key={day.day}>
              <th scope="row">{dated(day)}</th>
              <td>{day.articles.toLocaleString('en-GB')}</td>
              {LINES.map((line) => (
                <td key={line}>{day[line] === null ? '–' : inPoints(day[line])}</td>
              ))}
            </tr>
          ))}
        </Table>
      }
    />
  )
}

// a day is noted as the site's own, so it needs no zone any more
const dated = ({ day }: ScoreDay) => formatDate(new Date(day), 'UTC')

/** By date, so that days of which nothing is known leave room. */
function pointsOf(days: ScoreDay[], line: (typeof LINES)[number]): string {
  const at = (day: ScoreDay) => Date.parse(day.day)
  const from = Math.min(...days.map(at))
  const span = Math.max(...days.map(at)) - from || 1
  return days
    .flatMap((day) => {
      const value = day[line]
      return value === null
        ? []
        : [`${(((at(day) - from) / span) * WIDTH).toFixed(1)},${(100 - value).toFixed(1)}`]
    })
    .join(' ')
}
