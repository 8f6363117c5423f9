import type { Actor } from '@/domain/actor'
import { actorMay } from '@/domain/actor'
import type { RevisionInput } from '@/domain/revision'
import type { Score } from '@/domain/score/check'
import { judge, type JudgedCheck } from '@/domain/score/judgement'
import { readDocument } from '@/domain/score/reading'
import { mayWaive, textsOf } from '@/domain/score/waivers'
import { db } from './client'
import { gatherTyped } from './score-subject'
import { personOf, scoreOf } from './scorer'
import { getGate } from './settings'
import { factsOf, getSubject } from './subject'
import { listWaivers, type WaiverView } from './waivers'

/** What an editor is told about a text; the checks are those of its score. */
export type Judged = Pick<Score, 'total' | 'search' | 'readability' | 'integrity'> & {
  kind: 'scored'
  checks: JudgedCheck[]
  waivers: WaiverView[]
  mayWaive: boolean
}

export type Judging =
  Judged | { kind: 'overtaken' | 'busy' | 'missing' } | { kind: 'refused'; reason: 'forbidden' | 'unchecked' }

/** Scores a text as it is being written, and stores nothing. */
export async function judgeTyped(
  actor: Actor,
  articleId: number,
  typed: RevisionInput,
  now: Date,
): Promise<Judging> {
  const subject = await getSubject(articleId, db())
  const gathered = await gatherTyped(articleId, typed, now)
  if (!subject || !gathered) return { kind: 'missing' }
  const article = factsOf(actor, subject, now)
  if (!actorMay(actor, 'read-drafts', article)) return { kind: 'refused', reason: 'forbidden' }
  const person = personOf(actor)
  const score = await scoreOf(gathered.subject, { person, asker: `${person} ${articleId}` })
  if (score === 'overtaken' || score === 'busy') return { kind: score }
  if (score === 'failed') return { kind: 'refused', reason: 'unchecked' }
  const { total, search, readability, integrity } = score
  const { groups, waivers: roles } = await getGate()
  const waivers = await listWaivers(articleId)
  const waived = waivers.filter(({ endedAt }) => endedAt === null)
  const texts = textsOf(typed, subject.article.slug, readDocument(typed.document).blocks)
  return {
    kind: 'scored',
    ...{ total, search, readability, integrity, waivers },
    checks: judge(score.checks, { groups, waived, texts }),
    mayWaive: mayWaive(actor, roles, article),
  }
}
