import type { Judging } from '@/db/judging'
import type { WaiveResult, WaiverView } from '@/db/waivers'
import type { Passage } from '@/domain/score/waivers'
import { ask, type Unreached } from '../desk'
import { type Fields, settled } from '../fields'

const path = (articleId: number, name: string) => `/dashboard/articles/${articleId}/${name}`
const json = (method: string, body: unknown, signal?: AbortSignal): RequestInit => ({
  method,
  headers: { 'content-type': 'application/json' },
  body: JSON.stringify(body),
  ...(signal && { signal }),
})

/** Scores what is typed, without storing it. */
export async function judgeText(
  articleId: number,
  fields: Fields,
  signal: AbortSignal,
): Promise<Judging | Unreached> {
  const typed = { ...fields, document: settled(fields.document) }
  const judging = await ask<Judging>(path(articleId, 'score'), json('POST', typed, signal))
  return judging.kind === 'scored' ? { ...judging, waivers: judging.waivers.map(dated) } : judging
}

// JSON has no dates
const dated = (waiver: WaiverView): WaiverView => ({
  ...waiver,
  waivedAt: new Date(waiver.waivedAt),
  endedAt: waiver.endedAt && new Date(waiver.endedAt),
})

export const waive = (articleId: number, passage: Passage, reason: string) =>
  ask<WaiveResult>(path(articleId, 'waivers'), json('POST', { ...passage, reason }))

export const endWaiver = (articleId: number, waiverId: number) =>
  ask<{ kind: 'done' } | { kind: 'missing' } | { kind: 'refused'; reason: string }>(
    path(articleId, 'waivers'),
    json('DELETE', { waiverId }),
  )
