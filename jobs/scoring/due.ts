import { transact } from '@/db/client'
import { listDue, postpone, wake } from '@/db/score-work'
import { log } from '@/log'
import type { ArticleOutcome } from './article'
import { scoreArticleInTurn } from './ask'

// each slice ends in a few commits that visitors wait for
const SLICE_MS = 4_000
const AT_ONCE = 20

/** Scores what is in doubt, for a short while, and asks for its next turn where more is. */
export async function scoreDue(): Promise<void> {
  const end = performance.now() + SLICE_MS
  while (performance.now() < end) {
    const due = await listDue(new Date(), AT_ONCE)
    if (due.length === 0) break
    for (const articleId of due) {
      await scoreOrPostpone(articleId)
      if (performance.now() > end) break
    }
  }
  if ((await listDue(new Date(), 1)).length > 0) await transact((tx) => wake(tx, new Date()))
}

/** A text that cannot be scored keeps no other waiting. Returns what came of it; null where it failed. */
export async function scoreOrPostpone(articleId: number): Promise<ArticleOutcome | null> {
  const now = new Date()
  try {
    return await scoreArticleInTurn(articleId)
  } catch (error) {
    log.error({ err: error, articleId }, 'an article could not be scored')
    await postpone(articleId, now)
    return null
  }
}
