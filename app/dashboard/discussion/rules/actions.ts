'use server'

import { refresh } from 'next/cache'
import { z } from 'zod'
import { requireStaff } from '@/auth/guard'
import type { Answer } from '@/components/dashboard/desk/answer'
import type { BanState } from '@/components/dashboard/rules/state'
import type { SettingsState } from '@/components/dashboard/settings/state'
import * as bans from '@/db/bans'
import * as settings from '@/db/settings'
import { banInput } from '@/domain/moderation/bans'
import { AKISMET_KEYS, RULE_KEYS } from '@/domain/settings'

const text = z.string().catch('')

export async function saveLimits(_: SettingsState, form: FormData): Promise<SettingsState> {
  const actor = await requireStaff('set-policy')
  const typed = Object.fromEntries(RULE_KEYS.map((key) => [key, text.parse(form.get(key))]))
  const now = new Date()
  const result = await settings.set(actor, typed, now)
  if (result.kind === 'refused')
    return result.reason === 'forbidden'
      ? { kind: 'forbidden' }
      : { kind: 'invalid', problems: result.problems, typed, at: now.getTime() }
  refresh()
  return { kind: 'saved', changed: result.changed.length, at: now.getTime() }
}

export async function saveAkismet(_: SettingsState, form: FormData): Promise<SettingsState> {
  const actor = await requireStaff('set-site')
  const [key, url] = AKISMET_KEYS
  const typed = { key: text.parse(form.get(key)).trim(), url: text.parse(form.get(url)) }
  const wanted = form.has('forget') ? { [key]: '' } : typed.key === '' ? {} : { [key]: typed.key }
  const now = new Date()
  const result = await settings.set(actor, { ...wanted, [url]: typed.url }, now)
  if (result.kind === 'refused')
    return result.reason === 'forbidden'
      ? { kind: 'forbidden' }
      : // the key is not sent back
        { kind: 'invalid', problems: result.problems, typed: { [url]: typed.url }, at: now.getTime() }
  refresh()
  return { kind: 'saved', changed: result.changed.length, at: now.getTime() }
}

export async function addBan(_: BanState, form: FormData): Promise<BanState> {
  const actor = await requireStaff('moderate')
  const now = new Date()
  const typed = {
    kind: text.parse(form.get('kind')),
    pattern: text.parse(form.get('pattern')),
    days: text.parse(form.get('days')),
    reason: text.parse(form.get('reason')),
  }
  const parsed = banInput.safeParse({ ...typed, days: Number(typed.days) })
  if (!parsed.success) {
    const problems: Record<string, string> = {}
    for (const { path, message } of parsed.error.issues) problems[String(path[0])] ??= message
    return { kind: 'invalid', problems, typed, at: now.getTime() }
  }
  const result = await bans.ban(actor, parsed.data, now)
  if (result.kind === 'refused') return { kind: 'forbidden' }
  refresh()
  return { kind: 'banned', pattern: parsed.data.pattern, at: now.getTime() }
}

export async function liftBan(ban: { id: number }): Promise<Answer> {
  const actor = await requireStaff('moderate')
  const result = await bans.lift(actor, z.int().positive().parse(ban.id), new Date())
  if (result.kind === 'refused')
    return { kind: 'refused', sentence: 'Not lifted: your role may not do this.' }
  refresh()
  // whoever was faster did the same
  return { kind: 'done' }
}
