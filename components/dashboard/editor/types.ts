import type { SlugResult } from '@/db/editing'
import type { ImageView } from '@/db/media'
import type { PublishResult } from '@/db/publishing'
import type { Denied } from '@/db/subject'
import type { DiscussionInput } from '@/domain/discussion/choices'
import type { DiscussionPolicy } from '@/domain/discussion/state'
import type { Listing } from '@/domain/paging'

/** What the page lets its writer do; each answers with a value, or throws where the session has ended. */
export type EditorActions = {
  publish: (articleId: number, at: Date | null) => Promise<PublishResult>
  unpublish: (articleId: number) => Promise<{ kind: 'done' } | Denied>
  changeSlug: (articleId: number, slug: string) => Promise<SlugResult>
  setDiscussion: (articleId: number, choice: DiscussionInput) => Promise<{ kind: 'done' } | Denied>
  listImages: (after: string | null) => Promise<Listing<ImageView>>
}

/** The site as far as writing depends on it. */
export type Site = {
  timeZone: string
  policy: Pick<DiscussionPolicy, 'closeAfterDays' | 'clock'>
}
