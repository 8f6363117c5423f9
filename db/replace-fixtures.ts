import type { StaffActor } from '@/domain/actor'
import type { ReplaceQuery } from '@/domain/replace/query'
import { lookFurther } from './replace-search'
import * as replacing from './replacing'

let words = 0
/** A word that stands in no other test. */
export const word = () => `Quix${String.fromCharCode(97 + words++)}`

export const queryOf = (find: string, rest: Partial<ReplaceQuery> = {}): ReplaceQuery => ({
  find,
  replacement: 'Northwind',
  wholeWord: true,
  matchCase: true,
  open: [],
  ...rest,
})

/** Looks for words to the end; gives the id of the order. Nothing would look damaged. */
export async function lookFor(
  actor: StaffActor,
  query: ReplaceQuery,
  { articleId = null, now }: { articleId?: number | null; now: Date },
): Promise<number> {
  const begun = await replacing.begin(actor, { query, articleId }, now)
  if (begun.kind !== 'done') throw new Error(begun.reason)
  while (await lookFurther(begun.id, () => Promise.resolve([])));
  return begun.id
}
