import type { ReactNode } from 'react'
import styles from './table.module.css'

type Props = { label: string; columns: string[]; children: ReactNode }

/** Rows of numbers under the names of their columns. */
export const Table = ({ label, columns, children }: Props) => (
  <table className={styles.table} aria-label={label}>
    <thead>
      <tr>
        {columns.map((name) => (
          <th key={name} scope="col">
            {name}
          </th>
        ))}
      </tr>
    </thead>
    <tbody>{children}</tbody>
  </table>
)
