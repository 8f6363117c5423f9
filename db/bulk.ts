import { getTableColumns, getTableName } from 'drizzle-orm'
import type { SQLiteTable } from 'drizzle-orm/sqlite-core'
import { opened } from './client'

/** A row that names every column, because the defaults of the table do not apply; the id may be left to the table. */
export type WholeRow<T extends SQLiteTable> = Omit<T['$inferSelect'], 'id'> & { id?: number }

/** Inserts rows of one table by one prepared statement, five times as fast as a query each: for bulk work alone. */
export function inserter<T extends SQLiteTable>(table: T): (row: WholeRow<T>) => void {
  const columns = Object.entries(getTableColumns(table))
  const names = columns.map(([, column]) => `"${column.name}"`).join(', ')
  const values = columns.map(() => '?').join(', ')
  const { writer } = opened()
  const statement = writer.prepare(`INSERT INTO "${getTableName(table)}" (${names}) VALUES (${values})`)
  return (row: Record<string, unknown>) => {
    if (!writer.inTransaction) throw new Error('Bulk rows belong into a transaction')
    statement.run(
      columns.map(([key, column]) => (row[key] == null ? null : column.mapToDriverValue(row[key]))),
    )
  }
}
