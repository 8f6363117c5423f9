import { DISCUSSION_MODES, type DiscussionMode } from './choices'

// apart from the schemas: no browser has to load those

/** What can be done to many discussions at once: about their closing, and how comments of guests are let in. */
export const CLOSING_ACTS = ['close', 'reopen', 'follow'] as const
export type ClosingAct = (typeof CLOSING_ACTS)[number]
export const MODE_ACTS = [
  'mode-site',
  'mode-open',
  'mode-hold-first',
  'mode-hold-all',
  'mode-confirmed',
] as const
export type ModeAct = (typeof MODE_ACTS)[number]
export const BATCH_ACTS = [...CLOSING_ACTS, ...MODE_ACTS] as const
export type BatchAct = (typeof BATCH_ACTS)[number]

export const isModeAct = (act: BatchAct): act is ModeAct => MODE_ACTS.some((each) => each === act)

/** The mode that an act gives; null follows the site. */
export const modeOf = (act: ModeAct): DiscussionMode | null =>
  DISCUSSION_MODES.find((mode) => act === `mode-${mode}`) ?? null
