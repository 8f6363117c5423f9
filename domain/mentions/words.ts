import type { GoneReason, MentionKind, MentionState } from './states'
import type { PairProblem } from './pair'

export const PAIR_PROBLEMS: Record<PairProblem, string> = {
  source: 'The source is no address on the web. It begins with http:// or https://.',
  target: 'The target is no address on the web. It begins with http:// or https://.',
  same: 'Source and target are the same page.',
  own: 'The source is a page of this site. Links between our own articles show by themselves.',
  elsewhere: 'The target is no article of this site.',
}

export const TARGET_PROBLEMS = {
  target: 'There is no such article here.',
  closed: 'This article takes no mentions.',
}

export const tooMany = (seconds: number): string =>
  `More arrives from that site than is taken. Come again in ${seconds} seconds.`

const GONE: Record<GoneReason, string> = {
  'no-link': 'The source was read, and does not link to the target.',
  deleted: 'The source is not there.',
  private: 'The source may not be read by everybody.',
  unreachable: 'The source could not be reached.',
  address: 'The source lies, or leads, where this site does not ask.',
  type: 'The source is neither HTML nor JSON nor plain text.',
  unreadable: 'The source could not be read.',
}
export const goneInWords = (reason: GoneReason | ''): string => GONE[reason || 'no-link']

/** What the sender is told: no more than readers see, and what they can put right. */
export function statusInWords({ state, failure }: { state: MentionState; failure: GoneReason | '' }): string {
  if (state === 'waiting')
    return failure === ''
      ? 'It waits to be checked: the source is read, and has to link to the target.'
      : `${goneInWords(failure)} It is tried again.`
  if (state === 'published') return 'The link was found, and the mention is shown.'
  if (state === 'gone') return goneInWords(failure)
  return 'The link was found. Readers do not see the mention unless a moderator approves it.'
}

/** What a program is told of the same. */
export const STATUS_WORDS: Record<MentionState, 'waiting' | 'held' | 'published' | 'gone'> = {
  waiting: 'waiting',
  held: 'held',
  published: 'published',
  spam: 'held',
  removed: 'held',
  gone: 'gone',
}

export const KIND_NAMES: Record<MentionKind, string> = {
  reply: 'Reply',
  like: 'Like',
  repost: 'Repost',
  bookmark: 'Bookmark',
  mention: 'Mention',
}
