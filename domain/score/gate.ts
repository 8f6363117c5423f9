import type { Role } from '../roles'

/** What can stop publication, each a group of checks. */
export const GATE_GROUPS = [
  'replacements',
  'alternatives',
  'demo-copy',
  'placeholders',
  'names',
  'wording',
] as const
export type GateGroup = (typeof GATE_GROUPS)[number]

export const GATE_NAMES: Record<GateGroup, string> = {
  replacements: 'Damaged replacements',
  alternatives: 'Alternative texts that are missing or unfit',
  'demo-copy': 'Left-over demo copy',
  placeholders: 'Placeholders such as TK and TODO',
  names: 'Names and figures that disagree',
  wording: 'Doubled words and quotes that never close',
}

/** Who may be let waive a problem: those who read drafts. An owner always may. */
export const WAIVING_ROLES = [
  'owner',
  'editor',
  'author',
  'contributor',
  'reviewer',
] as const satisfies readonly Role[]

const GROUPS = new Map<string, GateGroup>([
  ['image-alternatives', 'alternatives'],
  ['demo-copy', 'demo-copy'],
  ['placeholders', 'placeholders'],
  ['names-agree', 'names'],
  ['figures-agree', 'names'],
  ['doubled-words', 'wording'],
  ['quotes-closed', 'wording'],
])

/** The group that a check belongs to; null for one that never stops anything. */
export const groupOf = (check: string): GateGroup | null =>
  check.startsWith('replacement-') ? 'replacements' : (GROUPS.get(check) ?? null)
