/** What staff may give a published comment: a place at the head of its discussion, and a mark that it is worth reading. */
export const HONOURS = ['pin', 'highlight'] as const
export type Honour = (typeof HONOURS)[number]

/** As readers see it. */
export const HONOUR_NAMES: Record<Honour, string> = { pin: 'Pinned', highlight: 'Editor’s pick' }

/** So many comments of an article stand at the head of its discussion at once. */
export const PINS_MAX = 3

export type HonourRefusal = 'forbidden' | 'not-published' | 'full'

export const HONOUR_REFUSALS: Record<HonourRefusal, string> = {
  forbidden: 'Not done: your role may not do this to comments on this article.',
  'not-published': 'Not done: the comment is not public any more.',
  full: `Not pinned: ${PINS_MAX} comments of this article are pinned already. Unpin one first.`,
}

type Given = { honour: Honour; given: boolean }
type Facts = { mayHonour: boolean; isPublished: boolean; pins: number }

/** Why a comment may not be given an honour, or lose it; null where it may. */
export function honourRefusal({ honour, given }: Given, facts: Facts): HonourRefusal | null {
  if (!facts.mayHonour) return 'forbidden'
  if (!given) return null
  if (!facts.isPublished) return 'not-published'
  return honour === 'pin' && facts.pins >= PINS_MAX ? 'full' : null
}
