import type { Answer } from '@/components/dashboard/desk/answer'
import type { Role } from '@/domain/roles'

/** By which somebody chooses a password; it is shown once and stands nowhere else. */
export type OneTimeLink = { to: string; href: string; until: string }

export type StaffAnswer = Answer | { kind: 'link'; link: OneTimeLink }

export type StaffActions = {
  changeRole: (account: { id: number; role: Role }) => Promise<StaffAnswer>
  setState: (account: { id: number; state: 'active' | 'suspended' }) => Promise<StaffAnswer>
  signOutEverywhere: (account: { id: number }) => Promise<StaffAnswer>
  makeLink: (account: { id: number }) => Promise<StaffAnswer>
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
