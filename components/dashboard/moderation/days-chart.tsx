import { Chart } from '@/components/dashboard/desk/chart'
import { Table } from '@/components/dashboard/desk/table'
import type { DayCount } from '@/db/activity'
import { formatNear } from '@/domain/dates'
import styles from './activity.module.css'

const PARTS = ['published', 'held', 'spam'] as const
const NAMES = { published: 'Published', held: 'Held', spam: 'Spam' }
const HEIGHT = 100
const BAR = 10
const GAP = 4

type Props = { days: DayCount[]; timeZone: string }

/** A column a day. */
export function DaysChart({ days, timeZone }: Props) {
  const sumOf = (day: DayCount) => PARTS.reduce((sum, part) => sum + day[part], 0)
  const most = Math.max(1, ...days.map(sumOf))
  const total = days.reduce((sum, day) => sum + sumOf(day), 0)
  const [first, last] = [days[0], days.at(-1)]
  const name = (day: DayCount | undefined) => (day ? formatNear(day.from, day.from, timeZone) : '')
  return (
    <Chart
      drawing={
        <svg
          className={styles.drawing}
          viewBox={`0 0 ${days.length * (BAR + GAP) - GAP} ${HEIGHT}`}
          preserveAspectRatio="none"
          role="img"
          aria-label={`${total.toLocaleString('en-GB')} comments within ${days.length} days, ${most.toLocaleString('en-GB')} on the busiest. The numbers stand in the table below.`}
        >
          {days.map((day, index) => {
            let above = HEIGHT
            return PARTS.map((part) => {
              const height = (day[part] / most) * HEIGHT
              above -= height
              return height === 0 ? null : (
                <rect
                  key={`${index} ${part}`}
                  data-part={part}
                  x={index * (BAR + GAP)}
                  y={above}
                  width={BAR}
                  height={height}
                />
              )
            })
          })}
        </svg>
      }
      axis={
        <>
          <span aria-hidden="true">{name(first)}</span>
          <span aria-hidden="true">{most.toLocaleString('en-GB')} on the busiest day</span>
          <span aria-hidden="true">{name(last)}</span>
        </>
      }
      legend={PARTS.map((part) => (
        <span key={part} className={styles.part} data-part={part}>
          {NAMES[part]}
        </span>
      ))}
      table={
        <Table label="Comments a day" columns={['Day', ...PARTS.map((part) => NAMES[part])]}>
          {days.toReversed().map((day) => (
            <tr key={day.from.getTime()}>
              <th scope="row">{name(day)}</th>
              {PARTS.map((part) => (
                <td key={part}>{day[part].toLocaleString('en-GB')}</td>
              ))}
            </tr>
          ))}
        </Table>
      }
    />
  )
}
