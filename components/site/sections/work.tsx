import layout from '@/components/ui/layout.module.css'
import { Opening } from './opening'
import type { DataOf } from './types'
import styles from './work.module.css'

/** A table; the roles are repeated because a grid display takes them away in some browsers. */
export function Work({ id, data }: { id: string; data: DataOf<'work'> }) {
  return (
    <section className={`${layout.grid} ${layout.section}`} id={id} aria-labelledby={`${id}-title`}>
      <Opening id={id} title={data.title} note={data.note} />
      <table role="table" className={styles.table} aria-labelledby={`${id}-title`}>
        <thead role="rowgroup" className={layout.unseen}>
          <tr role="row">
            <th role="columnheader" scope="col">
              Client
            </th>
            <th role="columnheader" scope="col">
              What we made
            </th>
            <th role="columnheader" scope="col">
              Result
            </th>
          </tr>
        </thead>
        <tbody role="rowgroup">
          {data.items.map((item) => (
            <tr role="row" className={styles.row} key={item.client}>
              <th role="rowheader" scope="row" className={styles.client} dir="auto">
                {item.client}
              </th>
              <td role="cell" className={styles.what} dir="auto">
                {item.what}
              </td>
              <td role="cell" className={styles.outcome}>
                <strong className={styles.result}>{item.result}</strong> {item.measure}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}
