import type { Role } from '@/domain/roles'

/** By which somebody chooses a password; it is shown once and stands nowhere else. */
export type OneTimeLink = { to: string; href: string; until: string }

export type Answer =
  { kind: 'done' } | { kind: 'link'; link: OneTimeLink } | { kind: 'refused'; sentence: string }

export type StaffActions = {
  changeRole: (account: { id: number; role: Role }) => Promise<Answer>
  setState: (account: { id: number; state: 'active' | 'suspended' }) => Promise<Answer>
  signOutEverywhere: (account: { id: number }) => Promise<Answer>
  makeLink: (account: { id: number }) => Promise<Answer>
}

/** What became of an invitation. */
export type InviteState =
  | { kind: 'idle' }
  | { kind: 'invited'; link: OneTimeLink }
  | {
      kind: 'invalid'
      problems: { name?: string; email?: string }
      typed: { name: string; email: string }
      role: Role
      at: number
    }

export type InviteAction = (state: InviteState, form: FormData) => Promise<InviteState>
