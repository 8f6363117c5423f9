import type { DiscussionMode } from '@/domain/discussion/choices'
import type { ClosingPolicy } from '@/domain/discussion/state'
import type { Switch } from '@/domain/settings'

/** Whether other sites are told of links to them. */
type Sending = { isOn: boolean; isStaging: boolean }

/** The site as far as writing depends on it. */
export type Site = {
  timeZone: string
  policy: ClosingPolicy
  mode: DiscussionMode
  sending: Sending
  /** Whether readers see scores. */
  badge: Switch
}
