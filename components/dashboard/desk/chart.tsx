import type { ReactNode } from 'react'
import styles from './chart.module.css'

type Props = {
  /** An SVG that says in words what it shows; left out where there is nothing to draw yet. */
  drawing: ReactNode
  /** What stands below it from its beginning to its end. */
  axis: ReactNode
  legend: ReactNode
  /** The same in numbers. */
  table: ReactNode
}

/** A drawing of what was counted, and the same as a table for whoever wants the numbers. */
export const Chart = ({ drawing, axis, legend, table }: Props) => (
  <figure className={styles.chart}>
    {drawing}
    <p className={styles.axis}>{axis}</p>
    {legend && <figcaption className={styles.legend}>{legend}</figcaption>}
    <details>
      <summary>As a table</summary>
      {table}
    </details>
  </figure>
)
