import type { SlugResult } from '@/db/editing'
import type { ImageView } from '@/db/media'
import type { SendAgainResult } from '@/db/outgoing-lists'
import type { PublishResult, RedateResult } from '@/db/publishing'
import type { Denied } from '@/db/subject'
import type { DiscussionKind, DiscussionMode, Taking } from '@/domain/discussion/choices'
import type { Consequence } from '@/domain/discussion/consequence'
import type { DiscussionInput } from '@/domain/discussion/input'
import type { Listing } from '@/domain/paging'
import type { DraftInput } from '@/domain/revision'
import type { Showing } from '@/domain/score/showing'
import type { SaveOutcome } from './draft'

/** Why a command did not even reach its verb. */
export type Unreached = { kind: 'signed-out' } | { kind: 'forbidden' } | { kind: 'unreachable' }

export const UNREACHED: Record<Unreached['kind'], string> = {
  'signed-out': 'You are signed out. Sign in in another tab, then try again.',
  forbidden: 'Your role may not do this.',
  unreachable: 'The desk cannot be reached just now. Try again in a moment.',
}

/** Asks the desk; whatever fails on the way is a value, because the page and what is typed on it must stay. */
export async function ask<T>(path: string, init?: RequestInit): Promise<T | Unreached> {
  try {
    const response = await fetch(path, init)
    if (response.status === 401) return { kind: 'signed-out' }
    // the addresses of the desk answer with what their verbs say
    if (response.headers.get('content-type')?.startsWith('application/json'))
      return (await response.json()) as T
    return { kind: response.status === 403 ? 'forbidden' : 'unreachable' }
  } catch {
    return { kind: 'unreachable' }
  }
}

const command = <T>(articleId: number, name: string, input: unknown = {}) =>
  ask<T>(`/dashboard/articles/${articleId}/${name}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(input),
  })

/** Now, or at an instant to come. */
export async function publish(
  articleId: number,
  { at, isSmall }: { at: Date | null; isSmall: boolean },
): Promise<PublishResult | Unreached> {
  const result = await command<PublishResult>(articleId, 'publish', { at, isSmall })
  return result.kind === 'done' ? { ...result, publishAt: new Date(result.publishAt) } : result
}

export const unpublish = (articleId: number) => command<{ kind: 'done' } | Denied>(articleId, 'unpublish')

export const changeSlug = (articleId: number, slug: string) =>
  command<SlugResult>(articleId, 'slug', { slug })

type Done = { kind: 'done' } | Denied

export const setDiscussion = (articleId: number, choice: DiscussionInput & { reason: string }) =>
  command<Done>(articleId, 'discussion', choice)

export const setSwitches = (articleId: number, switches: Record<DiscussionKind, Taking | null>) =>
  command<Done>(articleId, 'switches', switches)

export const setMode = (articleId: number, mode: DiscussionMode | null) =>
  command<Done>(articleId, 'mode', { mode })

export const setBadge = (articleId: number, showing: Showing | null) =>
  command<Done>(articleId, 'badge', { showing })

export const setNote = (articleId: number, note: string) => command<Done>(articleId, 'note', { note })

export const sendMentionAgain = (articleId: number, mentionId: number) =>
  command<SendAgainResult>(articleId, 'mentions', { mentionId })

/** Gives it another date; what that does to its discussion has to be agreed to. */
export const changeDate = (articleId: number, input: { at: Date; agreed: Consequence | null }) =>
  command<RedateResult>(articleId, 'date', input)

export async function listImages(after: string | null): Promise<Listing<ImageView> | null> {
  const query = after ? `?after=${encodeURIComponent(after)}` : ''
  const listing = await ask<Listing<ImageView>>(`/dashboard/media/list${query}`)
  return 'items' in listing ? listing : null
}

type Saved =
  | { kind: 'done'; revisionId: number; savedAt: string }
  | { kind: 'conflict' }
  | { kind: 'missing' }
  | { kind: 'refused'; reason: string; detail?: string }

const REFUSED: Record<string, string> = {
  forbidden: 'Your role may not write this article.',
  'too-long': 'This article is too long to be stored as one.',
  'unknown-person': 'Somebody on the byline is no longer among the people of this site.',
  'unknown-topic': 'One of the topics is gone.',
  'unknown-image': 'One of the images is gone.',
}

export async function saveDraft(articleId: number, draft: DraftInput): Promise<SaveOutcome> {
  const saved = await command<Saved>(articleId, 'save', draft)
  if (saved.kind === 'done') return { ...saved, savedAt: new Date(saved.savedAt) }
  if (saved.kind === 'forbidden') return { kind: 'refused', sentence: UNREACHED.forbidden }
  if (saved.kind !== 'refused') return saved
  const { reason, detail } = saved
  return { kind: 'refused', sentence: REFUSED[reason] ?? detail ?? 'The desk did not take it.' }
}
