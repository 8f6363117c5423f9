import {
  customType,
  index,
  integer,
  sqliteTable,
  text as sqliteText,
  uniqueIndex,
} from 'drizzle-orm/sqlite-core'

// The schema names its columns through these helpers alone, so that another dialect is one more file like this one.

export const table = sqliteTable
export { index, integer }
export const unique = uniqueIndex

/** Integer identity, returned by the insert. */
export const id = (name: string) => integer(name).primaryKey({ autoIncrement: true })

export const text = sqliteText

export const flag = (name: string) => integer(name, { mode: 'boolean' })

/** `Date` in TypeScript, integer milliseconds UTC in the file. */
export const instant = (name: string) => integer(name, { mode: 'timestamp_ms' })

/** A JSON value of shape T; whoever writes it has parsed it by a schema of `domain/`. */
export const json = <T>(name: string) =>
  customType<{ data: T; driverData: string }>({
    dataType: () => 'text',
    toDriver: (value) => JSON.stringify(value),
    fromDriver: (value) => JSON.parse(value) as T,
  })(name)
