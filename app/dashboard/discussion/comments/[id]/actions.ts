'use server'

import { refresh } from 'next/cache'
import { z } from 'zod'
import { requireStaff } from '@/auth/guard'
import type { BanAnswer, DismissAnswer, ReplyState } from '@/components/dashboard/moderation/file-state'
import { banAuthor as ban } from '@/db/bans'
import * as comments from '@/db/comments'
import * as moderation from '@/db/moderation'
import { listItems } from '@/db/queue'
import { dismiss } from '@/db/reports'
import { staffComment } from '@/domain/comments/input'
import { COMMENT_STATES } from '@/domain/comments/states'
import { authorBanInput } from '@/domain/moderation/bans'

const subject = z.object({
  id: z.coerce.number().int().positive(),
  seen: z.enum(COMMENT_STATES),
  edits: z.coerce.number().int().min(0),
})

/** Answers a comment as staff; one that is not public yet is approved first, for nobody answers what is not seen. */
export async function reply(_: ReplyState, form: FormData): Promise<ReplyState> {
  const actor = await requireStaff('moderate')
  const said = Object.fromEntries(form)
  const { id, seen, edits } = subject.parse(said)
  const typed = z.string().catch('').parse(said.comment)
  const refused = (sentence: string): ReplyState => ({ kind: 'refused', sentence, typed })
  const parsed = staffComment.safeParse({ comment: typed })
  if (!parsed.success) return refused(parsed.error.issues[0]?.message ?? 'Write a reply.')
  const [item] = await listItems([id])
  if (!item) return refused('Not posted: the comment is gone.')
  const now = new Date()
  if (seen !== 'published') {
    const decided = await moderation.decide(actor, { id, seen, edits, state: 'published' }, now)
    const isPublic = decided.kind === 'done' || (decided.kind === 'changed' && decided.state === 'published')
    if (decided.kind === 'refused' && decided.reason === 'edited')
      return refused('Not posted: its author changed the text meanwhile. Open the page again to read it.')
    if (!isPublic) return refused('Not posted: somebody decided about the comment meanwhile.')
  }
  const posted = await comments.post(
    actor,
    {
      ...{ articleId: item.article.id, parentId: id, comment: parsed.data.comment },
      ...{ name: '', email: '', website: '', renderedAt: null, trap: '' },
    },
    now,
  )
  refresh()
  if (posted.kind === 'held') return refused('Not public yet: it waits for a decision.')
  if (posted.kind === 'refused') return refused(REFUSED[posted.reason] ?? 'Not posted.')
  return { kind: 'posted', id: posted.id, slug: posted.slug }
}

const REFUSED: Record<string, string> = {
  parent: 'Not posted: the comment is not public any more.',
  duplicate: 'Not posted: you said the same here before.',
  'not-found': 'Not posted: the article is not public.',
}

export async function banAuthor(wanted: z.infer<typeof authorBanInput>): Promise<BanAnswer> {
  const actor = await requireStaff('moderate')
  const parsed = authorBanInput.safeParse(wanted)
  if (!parsed.success) return { kind: 'refused', sentence: parsed.error.issues[0]?.message ?? 'Not banned.' }
  const banned = await ban(actor, parsed.data, new Date())
  if (banned.kind === 'done') return { kind: 'banned' }
  if (banned.kind === 'missing') return { kind: 'refused', sentence: 'Not banned: the comment is gone.' }
  return { kind: 'refused', sentence: NOT_BANNED[banned.reason] }
}

const NOT_BANNED = {
  unknown: 'Not banned: that is not known of this author any more.',
  staff: 'Not banned: a member of staff wrote this.',
  forbidden: 'Not banned: your role may not do this.',
}

export async function dismissReports(commentId: number): Promise<DismissAnswer> {
  const actor = await requireStaff('moderate')
  const dismissed = await dismiss(actor, z.int().positive().parse(commentId), new Date())
  refresh()
  return dismissed.kind === 'done' ? { kind: 'done' } : { kind: 'refused' }
}
