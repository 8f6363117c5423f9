import Sqlite from 'better-sqlite3'
import { z } from 'zod'
import { opened } from './client'

const MOST = 100

/** What SQLite finds wrong with the file itself; it reads all of it. Empty where it is sound. */
export function checkFile(): string[] {
  const found = z.array(z.object({ integrity_check: z.string() }))
  return ask(`integrity_check(${MOST})`, found)
    .map((row) => row.integrity_check)
    .filter((line) => line !== 'ok')
}

/** Rows whose reference leads nowhere, as `table:id` and the table they should lead to. */
export function listBrokenReferences(): { subject: string; target: string }[] {
  const found = z.array(z.object({ table: z.string(), rowid: z.number(), parent: z.string() }))
  return ask('foreign_key_check', found).map(({ table, rowid, parent }) => ({
    subject: `${table}:${rowid}`,
    target: parent,
  }))
}

/** On a new connection: on one that is older than a write, the check of a full-text index raises a false alarm. */
function ask<T>(pragma: string, shape: z.ZodType<T>): T {
  const connection = new Sqlite(opened().file, { readonly: true })
  try {
    return shape.parse(connection.pragma(pragma))
  } finally {
    connection.close()
  }
}
