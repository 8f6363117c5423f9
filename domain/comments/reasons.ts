import type { Stand } from '@/domain/moderation/akismet'
import type { Checked } from '@/domain/moderation/proof'
import type { DiscussionMode } from '@/domain/discussion/choices'

/** What can put a comment aside. The names are stored. */
export const COMMENT_RULES = [
  'trap',
  'ban',
  'spam-words',
  'spam-hosts',
  'words',
  'links',
  'learned',
  'check',
  'mode',
  'reports',
  'akismet',
] as const
export type CommentRule = (typeof COMMENT_RULES)[number]

/** Why a comment was stored as it was, kept with it; `detail` is what the rule found: a word, a host, a mode. */
export type CommentReason = { rule: CommentRule; detail: string }

const MODES: Record<Exclude<DiscussionMode, 'open'>, string> = {
  'hold-first': 'A guest who is not known here yet',
  'hold-all': 'Every comment is held',
  confirmed: 'The author’s email address is not confirmed',
}

const CHECKS: Record<Exclude<Checked, 'off' | 'passed'>, string> = {
  missing: 'Its browser did not do the work that is asked for, perhaps because it runs no scripts',
  spent: 'The work of its browser had counted for another comment',
  hasty: 'Written faster than people write',
}

const STANDS: Record<Stand, string> = {
  waiting: 'Waits for the answer of Akismet',
  passed: 'Akismet found no spam in it',
  spam: 'Akismet calls it spam',
  discard: 'Akismet calls it the worst kind of spam',
  failed: 'Akismet could not be asked, so a moderator decides',
  'invalid-key': 'Akismet did not take the key of this site, so a moderator decides',
  overtaken: 'Decided before Akismet answered',
  'taught-spam': 'Akismet found no spam in it, and was told that it is',
  'taught-ham': 'Akismet called it spam, and was told that it is not',
}

const inWords: Record<CommentRule, (detail: string) => string> = {
  trap: () => 'Filled in a field that people do not see',
  ban: (detail) => (detail === '' ? 'The network or an erased address is banned' : `Banned: ${detail}`),
  'spam-words': (detail) => `On the list of spam words: “${detail}”`,
  'spam-hosts': (detail) => `Links to a blocked host: ${detail}`,
  words: (detail) => `On the list of words to look at: “${detail}”`,
  links: (detail) => (detail === '1' ? 'Has a link' : `Has ${detail} links`),
  reports: (detail) => (detail === '1' ? 'Reported by a reader' : `Reported by ${detail} readers`),
  akismet: (detail) => STANDS[detail as Stand] ?? 'Akismet',
  learned: (detail) => `Reads like what was called spam here, ${detail}`,
  check: (detail) => CHECKS[detail as keyof typeof CHECKS] ?? 'The check of browsers',
  mode: (detail) => MODES[detail as keyof typeof MODES] ?? 'The mode of the discussion',
}

/** What is asked for where one looks for a reason. */
export const RULE_NAMES: Record<CommentRule, string> = {
  trap: 'A hidden field was filled in',
  ban: 'A ban',
  'spam-words': 'A spam word',
  'spam-hosts': 'A blocked host',
  words: 'A word to look at',
  links: 'Links',
  reports: 'Reports of readers',
  akismet: 'Akismet',
  learned: 'Reads like spam',
  check: 'The check of browsers',
  mode: 'The mode of the discussion',
}

/** A reason as moderators read it. */
export const reasonInWords = ({ rule, detail }: CommentReason): string => inWords[rule](detail)
