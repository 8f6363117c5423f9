'use server'

import { refresh } from 'next/cache'
import { redirect } from 'next/navigation'
import { z } from 'zod'
import { requireStaff } from '@/auth/guard'
import type { Answer } from '@/components/dashboard/desk/answer'
import { replacePath } from '@/components/dashboard/replace/addresses'
import { apply, undo } from '@/db/replace-apply'
import * as replacing from '@/db/replacing'
import { HIT_KEY, type HitKey } from '@/domain/replace/orders'
import { replaceQuery } from '@/domain/replace/query'
import { lookFor } from '@/jobs/replacing'

const id = z.int().positive()
const searchInput = z.object({ query: replaceQuery, articleId: id.nullable() })

const AT_ONCE_MS = 1_000

/** Looks for words; what is not found within a second is the worker's to find. */
export async function search(wanted: z.input<typeof searchInput>): Promise<Answer> {
  const actor = await requireStaff('publish')
  const input = searchInput.safeParse(wanted)
  if (!input.success)
    return { kind: 'refused', sentence: `${input.error.issues[0]?.message ?? 'That is not complete'}.` }
  const { articleId } = input.data
  if (articleId !== null && !(await replacing.getScope(actor, articleId)))
    return { kind: 'refused', sentence: 'That article is not yours to change.' }
  const begun = await replacing.begin(actor, input.data, new Date())
  if (begun.kind === 'refused') return { kind: 'refused', sentence: 'Your role may not do this.' }
  await lookFor(begun.id, AT_ONCE_MS)
  redirect(replacePath({ id: begun.id }))
}

const skipInput = z.object({
  articleId: id,
  skipped: z.array(z.custom<HitKey>((key) => typeof key === 'string' && HIT_KEY.test(key))).max(100_000),
})

/** Leaves some of an article's hits as they are. */
export async function skip(replacementId: number, wanted: z.input<typeof skipInput>): Promise<Answer> {
  const actor = await requireStaff('publish')
  const skipped = await replacing.setSkipped(actor, id.parse(replacementId), skipInput.parse(wanted))
  refresh()
  return skipped.kind === 'done'
    ? { kind: 'done' }
    : { kind: 'refused', sentence: 'It was carried out already.' }
}

export async function carryOut(replacementId: number): Promise<Answer> {
  const actor = await requireStaff('publish')
  const result = await apply(actor, id.parse(replacementId), () => new Date())
  refresh()
  return result.kind === 'done'
    ? { kind: 'done' }
    : { kind: 'refused', sentence: 'Not done: it is still looking, or was carried out already.' }
}

export async function takeBack(replacementId: number): Promise<Answer> {
  const actor = await requireStaff('publish')
  const result = await undo(actor, id.parse(replacementId), new Date())
  refresh()
  return result.kind === 'done'
    ? { kind: 'done' }
    : { kind: 'refused', sentence: 'Not taken back: somebody did it already, or it is not yours.' }
}
