export const ROLES = ['owner', 'editor', 'moderator', 'author', 'contributor', 'reviewer'] as const
export type Role = (typeof ROLES)[number]

export const ROLE_NAMES: Record<Role, string> = {
  owner: 'Owner',
  editor: 'Editor',
  moderator: 'Moderator',
  author: 'Author',
  contributor: 'Contributor',
  reviewer: 'Reviewer',
}

export const CAPABILITIES = [
  'read-drafts',
  'write',
  'publish',
  'set-discussion',
  'moderate',
  'reply-as-staff',
  'upload',
  'set-policy',
  'set-site',
  'manage-staff',
] as const
export type Capability = (typeof CAPABILITIES)[number]

/** `own` reaches the articles that one wrote; `own-drafts` those of them that were never published. */
export type Reach = 'all' | 'own' | 'own-drafts'

const MAY: Record<Role, Partial<Record<Capability, Reach>>> = {
  owner: {
    'read-drafts': 'all',
    write: 'all',
    publish: 'all',
    'set-discussion': 'all',
    moderate: 'all',
    'reply-as-staff': 'all',
    upload: 'all',
    'set-policy': 'all',
    'set-site': 'all',
    'manage-staff': 'all',
  },
  editor: {
    'read-drafts': 'all',
    write: 'all',
    publish: 'all',
    'set-discussion': 'all',
    moderate: 'all',
    'reply-as-staff': 'all',
    upload: 'all',
    'set-policy': 'all',
  },
  moderator: { 'set-discussion': 'all', moderate: 'all', 'reply-as-staff': 'all' },
  author: {
    'read-drafts': 'own',
    write: 'own',
    publish: 'own',
    'set-discussion': 'own',
    'reply-as-staff': 'all',
    upload: 'all',
  },
  contributor: { 'read-drafts': 'own', write: 'own-drafts', 'reply-as-staff': 'all' },
  reviewer: { 'read-drafts': 'all', 'reply-as-staff': 'all' },
}

/** How far a role's capability reaches; null where it has none. */
export const reachOf = (role: Role, capability: Capability): Reach | null => MAY[role][capability] ?? null

export type Ownership = { own: boolean; everPublished: boolean }

/** Whether a role may do something to one article (or to anything, where `subject` is left out and any reach will do). */
export function may(role: Role, capability: Capability, subject?: Ownership): boolean {
  const reach = reachOf(role, capability)
  if (reach === null) return false
  if (!subject || reach === 'all') return true
  return subject.own && (reach === 'own' || !subject.everPublished)
}
