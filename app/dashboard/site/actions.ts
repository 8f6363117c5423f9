'use server'

import { refresh } from 'next/cache'
import { z } from 'zod'
import { requireStaff } from '@/auth/guard'
import type { Considered } from '@/components/dashboard/settings/outcome'
import type { SettingsState } from '@/components/dashboard/settings/state'
import { countFollowing, type Following } from '@/db/following'
import * as settings from '@/db/settings'
import type { StaffActor } from '@/domain/actor'
import {
  GATE_KEYS,
  IDENTITY_KEYS,
  POLICY_KEYS,
  SCORE_KEYS,
  SENDING_KEYS,
  type SettingKey,
  SETTINGS,
} from '@/domain/settings'

export async function saveIdentity(_: SettingsState, form: FormData): Promise<SettingsState> {
  const actor = await requireStaff('set-site')
  return save(actor, IDENTITY_KEYS, form)
}

export async function savePolicy(_: SettingsState, form: FormData): Promise<SettingsState> {
  const actor = await requireStaff('set-policy')
  return save(actor, POLICY_KEYS, form)
}

export async function saveSending(_: SettingsState, form: FormData): Promise<SettingsState> {
  const actor = await requireStaff('set-policy')
  // a browser leaves out what it may not change
  return save(
    actor,
    SENDING_KEYS.filter((key) => form.has(key)),
    form,
  )
}

export async function saveScores(_: SettingsState, form: FormData): Promise<SettingsState> {
  const actor = await requireStaff('set-policy')
  return save(actor, SCORE_KEYS, form)
}

export async function saveGate(_: SettingsState, form: FormData): Promise<SettingsState> {
  const actor = await requireStaff('set-site')
  return save(actor, GATE_KEYS, form)
}

async function save(actor: StaffActor, keys: readonly SettingKey[], form: FormData): Promise<SettingsState> {
  const texts = z.array(z.string()).catch([])
  // the boxes that are ticked of a list come one by one
  const typed = Object.fromEntries(keys.map((key) => [key, texts.parse(form.getAll(key)).join(',')]))
  const now = new Date()
  const result = await settings.set(actor, typed, now)
  const at = now.getTime()
  if (result.kind === 'refused')
    return result.reason === 'forbidden'
      ? { kind: 'forbidden' }
      : { kind: 'invalid', problems: result.problems, typed, at }
  refresh()
  return { kind: 'saved', changed: result.changed.length, at }
}

/** What a policy would close today; null where it is none. */
export async function previewPolicy(considered: Considered): Promise<Following | null> {
  await requireStaff('set-policy')
  const policy = z
    .object({
      days: SETTINGS['discussion.closeAfterDays'].schema,
      clock: SETTINGS['discussion.clock'].schema,
    })
    .safeParse(considered)
  if (!policy.success) return null
  return countFollowing({ closeAfterDays: policy.data.days, clock: policy.data.clock }, new Date())
}
