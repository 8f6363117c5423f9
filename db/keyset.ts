import type { AnyColumn, SQL } from 'drizzle-orm'
import { and, gt, gte, lt, lte, or } from 'drizzle-orm'

// one plain bound on the ordering column is what an index can start from; row values and ORs over both columns are not

/** The rows after a key in a list that runs from new to old. */
export const olderThan = (at: AnyColumn, id: AnyColumn, [instant, last]: [Date, number]): SQL | undefined =>
  and(lte(at, instant), or(lt(at, instant), lt(id, last)))

/** The rows after a key in a list that runs from old to new. */
export const newerThan = (at: AnyColumn, id: AnyColumn, [instant, last]: [Date, number]): SQL | undefined =>
  and(gte(at, instant), or(gt(at, instant), gt(id, last)))
