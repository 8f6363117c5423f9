import { z } from 'zod'
import type { Check, DiscussionClock, DiscussionMode, Learned, Taking } from './discussion/choices'
import {
  CHECKS,
  DISCUSSION_CLOCKS,
  DISCUSSION_MODES,
  LEARNED,
  TAKINGS,
  THREAD_TAKINGS,
} from './discussion/choices'
import { MENTION_MODES, type MentionMode } from './mentions/states'
import { REPORTS_KEPT } from './moderation/reports'
import { DIGEST_PERIODS, type DigestPeriod } from './mail/digest-periods'
import type { Capability, Role } from './roles'
import { GATE_GROUPS, type GateGroup, WAIVING_ROLES } from './score/gate'
import { urlOf } from './url'

export const SWITCH = ['on', 'off'] as const
export type Switch = (typeof SWITCH)[number]

export type SettingValues = {
  'site.name': string
  'site.tagline': string
  'site.address': string
  'site.phone': string
  'site.email': string
  'site.timeZone': string
  'site.staging': Switch
  'discussion.mode': DiscussionMode
  'discussion.closeAfterDays': number
  'discussion.clock': DiscussionClock
  'discussion.threads': Taking
  'discussion.replies': Taking
  'discussion.mentions': Taking
  'discussion.mentionMode': MentionMode
  'discussion.graceMinutes': number
  'discussion.perAddressPerMinute': number
  'discussion.perArticlePerMinute': number
  'discussion.digest': DigestPeriod
  'discussion.holdFromLinks': number
  'discussion.holdFromReports': number
  'discussion.learned': Learned
  'discussion.check': Check
  'discussion.akismetKey': string
  'discussion.akismetUrl': string
  'mentions.sending': Switch
  'score.badge': Switch
  'score.requireCredit': Switch
  'score.gate': GateGroup[]
  'score.waivers': Role[]
}
export type SettingKey = keyof SettingValues

/**
 * `fallback` is what holds where nothing was ever saved: an empty site. Of a `secret` nobody is shown more than that it
 * is set.
 */
export type Setting<T> = { schema: z.ZodType<T>; fallback: T; capability: Capability; secret?: true }

const text = (max: number, fallback = ''): Setting<string> => ({
  schema: z.string('Write some text').trim().max(max, `At most ${max} characters`),
  fallback,
  capability: 'set-site',
})

// forms and the command line bring digits as text
const whole = (max: number, fallback: number): Setting<number> => ({
  schema: z.preprocess(
    (value) => (typeof value === 'string' && /^\s*\d+\s*$/.test(value) ? Number(value) : value),
    z.int('Write a whole number').min(0, 'Not below 0').max(max, `Not above ${max}`),
  ),
  fallback,
  capability: 'set-policy',
})

const choice = <T extends string>(options: readonly T[], fallback: T): Setting<T> => ({
  schema: z.enum(options, `One of ${options.join(', ')}`),
  fallback,
  capability: 'set-policy',
})

// forms and the command line bring a list as words with commas between them
const some = <T extends string>(options: readonly T[], fallback: T[]): Setting<T[]> => ({
  schema: z.preprocess(
    (value) => (typeof value === 'string' ? value.split(',').map((word) => word.trim()) : value),
    z
      .array(z.union([z.literal(''), z.enum(options, `Some of ${options.join(', ')}`)]))
      .transform((chosen) => options.filter((option) => chosen.includes(option))),
  ),
  fallback,
  capability: 'set-site',
})

export function isTimeZone(name: string): boolean {
  // newer engines take offsets such as +02:00 too, which know no summer time
  if (!/^[A-Z]/.test(name)) return false
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone !== ''
  } catch {
    return false
  }
}

export const SETTINGS: { readonly [K in SettingKey]: Setting<SettingValues[K]> } = {
  'site.name': {
    ...text(120, 'Untitled site'),
    schema: z.string('Write a name').trim().min(1, 'Write a name').max(120, 'At most 120 characters'),
  },
  'site.tagline': text(200),
  'site.address': text(300),
  'site.phone': text(60),
  'site.email': {
    ...text(254),
    schema: z.union([z.literal(''), z.email()], 'Write an email address, or leave it empty'),
  },
  'site.timeZone': {
    ...text(64, 'UTC'),
    schema: z.string().refine(isTimeZone, 'Write a time zone such as Europe/Berlin'),
  },
  'site.staging': { ...choice<Switch>(SWITCH, 'off'), capability: 'set-site' },
  'discussion.mode': choice(DISCUSSION_MODES, 'hold-first'),
  'discussion.closeAfterDays': whole(36_500, 0),
  'discussion.clock': choice(DISCUSSION_CLOCKS, 'published'),
  'discussion.threads': choice<Taking>(THREAD_TAKINGS, 'while-open'),
  'discussion.replies': choice(TAKINGS, 'while-open'),
  'discussion.mentions': choice(TAKINGS, 'while-open'),
  'discussion.mentionMode': choice(MENTION_MODES, 'hold-first'),
  'discussion.graceMinutes': whole(1_440, 10),
  'discussion.perAddressPerMinute': whole(10_000, 5),
  'discussion.perArticlePerMinute': whole(100_000, 60),
  'discussion.holdFromLinks': whole(1_000, 3),
  'discussion.holdFromReports': whole(REPORTS_KEPT, 5),
  'discussion.learned': choice(LEARNED, 'hold'),
  'discussion.digest': choice(DIGEST_PERIODS, 'daily'),
  'discussion.check': choice(CHECKS, 'off'),
  // both the owner's: who sets the address is sent the key
  'discussion.akismetKey': {
    ...text(200),
    schema: z
      .string('Write a key')
      .trim()
      .max(200, 'At most 200 characters')
      .regex(/^[\w.-]*$/, 'A key has letters, digits, dots, dashes and underscores alone'),
    secret: true,
  },
  'discussion.akismetUrl': {
    ...text(300, 'https://rest.akismet.com'),
    schema: z
      .url('Write an address such as https://rest.akismet.com')
      .max(300, 'At most 300 characters')
      .refine(
        isServiceAddress,
        'Begin with https:// (on this machine http:// will do), without ? or a password',
      ),
  },
  'mentions.sending': choice(SWITCH, 'on'),
  'score.badge': choice(SWITCH, 'off'),
  'score.requireCredit': choice(SWITCH, 'off'),
  'score.gate': some(GATE_GROUPS, ['replacements', 'alternatives', 'demo-copy']),
  'score.waivers': some(WAIVING_ROLES, ['owner', 'editor']),
}

function isServiceAddress(address: string): boolean {
  const url = urlOf(address)
  if (!url || url.username !== '' || url.password !== '' || url.search !== '' || url.hash !== '') return false
  const isHere = ['localhost', '127.0.0.1', '[::1]'].includes(url.hostname)
  return url.protocol === 'https:' || (url.protocol === 'http:' && isHere)
}

export const isSettingKey = (key: string): key is SettingKey => Object.hasOwn(SETTINGS, key)

export const SETTING_KEYS = Object.keys(SETTINGS).filter(isSettingKey)

/** What is stored under a key, or what holds where nothing fitting is. */
export function settingValue<K extends SettingKey>(key: K, stored: unknown): SettingValues[K] {
  const setting: Setting<SettingValues[K]> = SETTINGS[key]
  const parsed = setting.schema.safeParse(stored)
  return parsed.success ? parsed.data : setting.fallback
}

/** Whether other sites are told of links to them: never by a copy that was made to try something out. */
export const SENDING_KEYS = ['site.staging', 'mentions.sending'] as const satisfies SettingKey[]
export type SendingKey = (typeof SENDING_KEYS)[number]
export type IdentityKey = Exclude<Extract<SettingKey, `site.${string}`>, SendingKey>
/** What is decided beside the lists: which comments are put aside. */
export const RULE_KEYS = [
  'discussion.holdFromLinks',
  'discussion.holdFromReports',
  'discussion.learned',
  'discussion.check',
] as const satisfies SettingKey[]
export type RuleKey = (typeof RULE_KEYS)[number]
/** The service that is asked about comments. */
export const AKISMET_KEYS = ['discussion.akismetKey', 'discussion.akismetUrl'] as const satisfies SettingKey[]
export type AkismetKey = (typeof AKISMET_KEYS)[number]
export type PolicyKey = Exclude<Extract<SettingKey, `discussion.${string}`>, RuleKey | AkismetKey>
/** Whether readers see scores, and what the site asks of its articles. */
export const SCORE_KEYS = ['score.badge', 'score.requireCredit'] as const satisfies SettingKey[]
export type ScoreKey = (typeof SCORE_KEYS)[number]
/** What of an article's score decides about publishing it. */
export const GATE_KEYS = ['score.gate', 'score.waivers'] as const satisfies SettingKey[]
export type GateKey = (typeof GATE_KEYS)[number]
/** Who the agency is. */
export const IDENTITY_KEYS = SETTING_KEYS.filter(
  (key): key is IdentityKey => key.startsWith('site.') && key !== 'site.staging',
)
const isElsewhere = (key: SettingKey): key is RuleKey | AkismetKey =>
  [...RULE_KEYS, ...AKISMET_KEYS].some((each) => each === key)
/** What the site decides about every discussion. */
export const POLICY_KEYS = SETTING_KEYS.filter(
  (key): key is PolicyKey => key.startsWith('discussion.') && !isElsewhere(key),
)
