'use server'

import { refresh } from 'next/cache'
import { z } from 'zod'
import { requireStaff } from '@/auth/guard'
import type { StaffAnswer, InviteState, OneTimeLink } from '@/components/dashboard/staff/state'
import { config } from '@/config'
import * as invitations from '@/db/invitations'
import { getSite } from '@/db/settings'
import type { StaffResult } from '@/db/staff'
import * as staff from '@/db/staff'
import { personName } from '@/domain/accounts'
import { formatDate } from '@/domain/dates'
import { type Role, ROLES } from '@/domain/roles'
import { emailInput, invitationExpiry } from '@/domain/sign-in'

const id = z.int().positive()

const REFUSALS = {
  forbidden: 'Not done: your role may not change who signs in.',
  'last-owner': 'Not done: this is the only owner who can sign in. Make somebody else one first.',
  'name-needed': 'Nobody has this address yet: write a name.',
  'role-needed': 'Nobody has this address yet: choose a role.',
}

function answer(result: StaffResult): StaffAnswer {
  if (result.kind === 'refused') return { kind: 'refused', sentence: REFUSALS[result.reason] }
  if (result.kind === 'missing') return { kind: 'refused', sentence: 'Not done: this account is gone.' }
  refresh()
  return { kind: 'done' }
}

export async function changeRole(account: { id: number; role: Role }): Promise<StaffAnswer> {
  const actor = await requireStaff('manage-staff')
  const wanted = z.object({ id, role: z.enum(ROLES) }).parse(account)
  return answer(await staff.change(actor, wanted, new Date()))
}

export async function setState(account: { id: number; state: 'active' | 'suspended' }): Promise<StaffAnswer> {
  const actor = await requireStaff('manage-staff')
  const wanted = z.object({ id, state: z.enum(['active', 'suspended']) }).parse(account)
  return answer(await staff.change(actor, wanted, new Date()))
}

export async function signOutEverywhere(account: { id: number }): Promise<StaffAnswer> {
  const actor = await requireStaff('manage-staff')
  return answer(await staff.signOutEverywhere(actor, id.parse(account.id), new Date()))
}

/** Lets somebody new in. Whoever has an account gets a new link beside their name, which leaves their role alone. */
export async function invite(_: InviteState, form: FormData): Promise<InviteState> {
  const actor = await requireStaff('manage-staff')
  const text = z.string().catch('')
  const typed = { name: text.parse(form.get('name')), email: text.parse(form.get('email')) }
  const role = z.enum(ROLES).catch('author').parse(form.get('role'))
  const now = new Date()
  const refuse = (problems: { name?: string; email?: string }): InviteState => ({
    kind: 'invalid',
    problems,
    typed,
    role,
    at: now.getTime(),
  })
  const name = personName.safeParse(typed.name)
  const email = emailInput.safeParse(typed.email)
  if (!name.success || !email.success)
    return refuse({
      name: name.success ? undefined : 'Write a name of at most 120 characters',
      email: email.success ? undefined : 'Write an email address',
    })
  if ((await staff.listStaff(now)).some((colleague) => colleague.email === email.data))
    return refuse({ email: 'Has an account already: make a new link beside the name below' })
  const invited = await invitations.invite(actor, { name: name.data, email: email.data, role }, now)
  if (invited.kind === 'refused') return refuse({ email: REFUSALS[invited.reason] })
  refresh()
  return { kind: 'invited', link: await linkOf(email.data, invited.token, now) }
}

/** For a forgotten password, or an invitation that got lost; older links are void. */
export async function makeLink(account: { id: number }): Promise<StaffAnswer> {
  const actor = await requireStaff('manage-staff')
  const now = new Date()
  const wanted = id.parse(account.id)
  const colleague = (await staff.listStaff(now)).find((each) => each.id === wanted)
  if (colleague?.state !== 'active') return { kind: 'refused', sentence: 'Not done: nobody signs in here.' }
  const invited = await invitations.invite(actor, { email: colleague.email }, now)
  if (invited.kind === 'refused') return { kind: 'refused', sentence: REFUSALS[invited.reason] }
  return { kind: 'link', link: await linkOf(colleague.email, invited.token, now) }
}

async function linkOf(to: string, token: string, now: Date): Promise<OneTimeLink> {
  const { timeZone } = await getSite()
  return {
    to,
    href: new URL(`/setup?token=${token}`, config().siteUrl).href,
    until: formatDate(invitationExpiry(now), timeZone),
  }
}
