import type { DraftInput } from '@/domain/revision'
import type { SaveOutcome } from './draft'

/** What the save address answers, as JSON carries it. */
export type SaveAnswer =
  { kind: 'done'; revisionId: number; savedAt: string } | { kind: 'refused'; sentence: string }

/** Stores a draft; every way in which that fails is a value, because what was typed must outlive it. */
export async function sendDraft(articleId: number, draft: DraftInput): Promise<SaveOutcome> {
  let response: Response
  try {
    response = await fetch(`/dashboard/articles/${articleId}/save`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(draft),
    })
  } catch {
    return { kind: 'unreachable' }
  }
  switch (response.status) {
    case 401:
      return { kind: 'signed-out' }
    case 404:
      return { kind: 'missing' }
    case 409:
      return { kind: 'conflict' }
    case 413:
      return { kind: 'refused', sentence: 'This article is too long to be stored as one.' }
    case 200:
    case 403:
    case 422:
      return readAnswer(response)
    default:
      return { kind: 'unreachable' }
  }
}

async function readAnswer(response: Response): Promise<SaveOutcome> {
  if (!response.headers.get('content-type')?.startsWith('application/json'))
    return response.status === 403
      ? { kind: 'refused', sentence: 'Your role may not write this article.' }
      : { kind: 'unreachable' }
  const answer = (await response.json()) as SaveAnswer
  return answer.kind === 'done' ? { ...answer, savedAt: new Date(answer.savedAt) } : answer
}
