import type { DiscussionMode } from '@/domain/discussion/choices'
import type { ClosingPolicy } from '@/domain/discussion/state'

/** The site as far as writing depends on it. */
export type Site = { timeZone: string; policy: ClosingPolicy; mode: DiscussionMode }
