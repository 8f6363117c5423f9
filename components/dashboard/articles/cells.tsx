import Link from 'next/link'
import styles from './table.module.css'

// on a narrow screen the rows are laid out as blocks, which would take their roles away: so they are spelt out

export const Columns = ({ names }: { names: string[] }) => (
  <thead role="rowgroup">
    <tr role="row">
      {names.map((name) => (
        <th key={name} role="columnheader" scope="col">
          {name}
        </th>
      ))}
    </tr>
  </thead>
)

type Props = {
  id: number
  title: string
  /** Who and what on, below the title. */
  by: string
}

/** The head of an article's row. */
export const TitleCell = ({ id, title, by }: Props) => (
  <th role="rowheader" scope="row" className={styles.title}>
    <Link href={`/dashboard/articles/${id}`} dir="auto">
      {title || 'Untitled'}
    </Link>
    {by && (
      <span className={styles.by} dir="auto">
        {by}
      </span>
    )}
  </th>
)
