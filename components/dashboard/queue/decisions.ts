/** What each decision about a comment or a mention is called on its button, and what it makes of it. */
export const DECISIONS = [
  ['Approve', 'published'],
  ['Hold', 'held'],
  ['Spam', 'spam'],
  ['Remove', 'removed'],
] as const

export type Decision = (typeof DECISIONS)[number][1]

/** What a decision did, at the place of the buttons. */
export const DONE: Record<Decision, string> = {
  published: 'Approved. Readers see it now.',
  held: 'Held. Readers do not see it.',
  spam: 'Put with the spam. Readers do not see it.',
  removed: 'Removed. Readers do not see it.',
}
