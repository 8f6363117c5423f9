import { inArray } from 'drizzle-orm'
import type { Actor } from '@/domain/actor'
import { actorMay } from '@/domain/actor'
import type { MentionMode } from '@/domain/mentions/states'
import type { DigestPeriod } from '@/domain/mail/digest-periods'
import type { DiscussionPolicy } from '@/domain/discussion/state'
import type { Role } from '@/domain/roles'
import type { GateGroup } from '@/domain/score/gate'
import { SETTING_LABELS } from '@/domain/setting-labels'
import type { SettingKey, SettingValues, Switch } from '@/domain/settings'
import { isSettingKey, SENDING_KEYS, SETTING_KEYS, SETTINGS, settingValue } from '@/domain/settings'
import { record } from './audit'
import type { Tx } from './client'
import { transact } from './client'
import { askToSend } from './outgoing'
import { settings } from './schema/site'
import { begin } from './score-runs'
import { whileUntouched } from './remembered'
import { touches, tracks } from './touches'

export type SiteView = {
  name: string
  tagline: string
  address: string
  phone: string
  email: string
  timeZone: string
}

export type SettingView = {
  [K in SettingKey]: { key: K; label: string; value: SettingValues[K] }
}[SettingKey]

export type SetResult =
  | { kind: 'done'; changed: SettingKey[] }
  | { kind: 'refused'; reason: 'forbidden' }
  | { kind: 'refused'; reason: 'invalid'; problems: Record<string, string> }

type Read = <K extends SettingKey>(key: K) => SettingValues[K]

const readAll = whileUntouched('site', async (from): Promise<Read> => {
  const rows = await from.select({ key: settings.key, value: settings.value }).from(settings)
  const stored = new Map(rows.map((row) => [row.key, row.value]))
  const values: Partial<SettingValues> = {}
  for (const key of SETTING_KEYS) Object.assign(values, { [key]: settingValue(key, stored.get(key)) })
  const all = values as SettingValues
  return (key) => all[key]
})

function reader(): Promise<Read> {
  tracks('site')
  return readAll()
}

export async function getSite(): Promise<SiteView> {
  const read = await reader()
  return {
    name: read('site.name'),
    tagline: read('site.tagline'),
    address: read('site.address'),
    phone: read('site.phone'),
    email: read('site.email'),
    timeZone: read('site.timeZone'),
  }
}

/** What the site decides about every discussion. */
export async function getPolicy(): Promise<DiscussionPolicy> {
  const read = await reader()
  return {
    mode: read('discussion.mode'),
    closeAfterDays: read('discussion.closeAfterDays'),
    clock: read('discussion.clock'),
    threads: read('discussion.threads'),
    replies: read('discussion.replies'),
    mentions: read('discussion.mentions'),
    graceMinutes: read('discussion.graceMinutes'),
    perAddressPerMinute: read('discussion.perAddressPerMinute'),
    perArticlePerMinute: read('discussion.perArticlePerMinute'),
    holdFromLinks: read('discussion.holdFromLinks'),
    holdFromReports: read('discussion.holdFromReports'),
    learned: read('discussion.learned'),
    check: read('discussion.check'),
  }
}

/** Whether other sites are told of links to them; on a staging copy never. */
export async function getSending(): Promise<{ isOn: boolean; isStaging: boolean }> {
  const read = await reader()
  return { isOn: read('mentions.sending') === 'on', isStaging: read('site.staging') === 'on' }
}

export type ScorePolicy = { badge: Switch; requireCredit: Switch }

/** Whether readers see scores, and what the site asks of its articles. */
export async function getScorePolicy(): Promise<ScorePolicy> {
  const read = await reader()
  return { badge: read('score.badge'), requireCredit: read('score.requireCredit') }
}

export const getMentionMode = async (): Promise<MentionMode> => (await reader())('discussion.mentionMode')

/** What stops publication, and the roles that may waive it. */
export async function getGate(): Promise<{ groups: GateGroup[]; waivers: Role[] }> {
  const read = await reader()
  return { groups: read('score.gate'), waivers: read('score.waivers') }
}

/** How often those who moderate hear by mail that comments wait. */
export const getDigestPeriod = async (): Promise<DigestPeriod> => (await reader())('discussion.digest')

export type Akismet = { key: string; url: string }

/** Whom to ask about comments; null where no key says so. For asking alone: the key is shown to nobody. */
export async function getAkismet(): Promise<Akismet | null> {
  const read = await reader()
  const key = read('discussion.akismetKey')
  return key === '' ? null : { key, url: read('discussion.akismetUrl') }
}

/** What of that may be shown. */
export async function getAkismetChoice(): Promise<{ isOn: boolean; url: string }> {
  const read = await reader()
  return { isOn: read('discussion.akismetKey') !== '', url: read('discussion.akismetUrl') }
}

const HIDDEN = '(set)'

/** A value as people may read it. */
const shown = (key: SettingKey, value: unknown): unknown =>
  SETTINGS[key].secret && value !== '' ? HIDDEN : value

export async function listSettings(): Promise<SettingView[]> {
  const read = await reader()
  const view = <K extends SettingKey>(key: K) => ({
    key,
    label: SETTING_LABELS[key],
    value: shown(key, read(key)),
  })
  return SETTING_KEYS.map((key) => view(key) as SettingView)
}

/** Saves all of the changes or, where one of them is not fitting, none. Values may come as the text of a form. */
export async function set(actor: Actor, changes: Record<string, unknown>, now: Date): Promise<SetResult> {
  const problems: Record<string, string> = {}
  const wanted = new Map<SettingKey, unknown>()
  for (const [key, value] of Object.entries(changes)) {
    if (!isSettingKey(key)) {
      problems[key] = 'There is no such setting'
      continue
    }
    if (!actorMay(actor, SETTINGS[key].capability)) return { kind: 'refused', reason: 'forbidden' }
    const parsed = SETTINGS[key].schema.safeParse(value)
    if (parsed.success) wanted.set(key, parsed.data)
    else problems[key] = parsed.error.issues[0]?.message ?? 'Not usable'
  }
  if (Object.keys(problems).length > 0) return { kind: 'refused', reason: 'invalid', problems }
  return transact((tx) => save(tx, actor, wanted, now))
}

async function save(
  tx: Tx,
  actor: Actor,
  wanted: Map<SettingKey, unknown>,
  now: Date,
): Promise<{ kind: 'done'; changed: SettingKey[] }> {
  const rows = await tx
    .select()
    .from(settings)
    .where(inArray(settings.key, [...wanted.keys()]))
  const stored = new Map(rows.map((row) => [row.key, row.value]))
  const isSame = (a: unknown, b: unknown) => JSON.stringify(a) === JSON.stringify(b)
  const changed = [...wanted].filter(([key, value]) => !isSame(settingValue(key, stored.get(key)), value))
  if (changed.length === 0) return { kind: 'done', changed: [] }
  for (const [key, value] of changed)
    await tx
      .insert(settings)
      .values({ key, value, updatedAt: now })
      .onConflictDoUpdate({ target: settings.key, set: { value, updatedAt: now } })
  await record(tx, actor, now, {
    verb: 'settings.set',
    subject: 'site',
    before: Object.fromEntries(changed.map(([key]) => [key, shown(key, settingValue(key, stored.get(key)))])),
    after: Object.fromEntries(changed.map(([key, value]) => [key, shown(key, value)])),
  })
  // what waited meanwhile
  if (changed.some(([key]) => SENDING_KEYS.some((each) => each === key))) await askToSend(tx, now)
  // every article is scored by what the site asks for
  if (changed.some(([key]) => key === 'score.requireCredit')) await begin(tx, actor, now)
  await touches(tx, 'site')
  return { kind: 'done', changed: changed.map(([key]) => key) }
}
