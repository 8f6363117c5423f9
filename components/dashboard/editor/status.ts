import { formatDateTime } from '@/domain/dates'
import type { EditView } from '@/db/desk'
import type { DraftView } from './draft'

type Stored = Pick<EditView, 'state' | 'publishAt' | 'hasChanges' | 'revision'>

export type Clock = { now: Date; siteZone: string; ownZone: string }

const dayOf = (instant: Date, timeZone: string) => formatDateTime(instant, timeZone).split(', ')[0]

/** `10:32` today, `24 March 2024, 10:32` otherwise. */
function near(instant: Date, now: Date, timeZone: string): string {
  const [, time] = formatDateTime(instant, timeZone).split(', ')
  return dayOf(instant, timeZone) === dayOf(now, timeZone) && time ? time : formatDateTime(instant, timeZone)
}

/** What stands at the desk, and what readers see of it. Saving is told in the writer's own time, publishing in the site's. */
function storedSentence({ state, publishAt, hasChanges, revision }: Stored, clock: Clock): string {
  const saved = near(revision.savedAt, clock.now, clock.ownZone)
  const date = publishAt ? formatDateTime(publishAt, clock.siteZone) : ''
  switch (state) {
    case 'draft':
      return `Draft saved ${saved}`
    case 'unpublished':
      return `Unpublished. Draft saved ${saved}`
    case 'scheduled':
      return hasChanges ? `Scheduled for ${date}. Newer draft saved ${saved}` : `Scheduled for ${date}`
    case 'published':
      return hasChanges
        ? `Published ${date}. Newer draft saved ${saved}, not public yet`
        : `Published ${date}`
  }
}

export function statusSentence(article: Stored, view: DraftView, clock: Clock): string {
  if (view.isSaving) return 'Saving …'
  if (view.problem) return 'Not saved'
  if (view.isChanged) return `Unsaved changes. ${storedSentence(article, clock)}`
  return storedSentence(article, clock)
}
