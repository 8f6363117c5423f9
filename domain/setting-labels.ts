import type { SettingKey } from './settings'

/** What each setting is called on a screen; apart from the schemas, which no browser has to load. */
export const SETTING_LABELS: Record<SettingKey, string> = {
  'site.name': 'Agency name',
  'site.tagline': 'Tagline',
  'site.address': 'Street address',
  'site.phone': 'Phone',
  'site.email': 'Email',
  'site.timeZone': 'Time zone',
  'site.staging': 'This is a staging copy',
  'discussion.mode': 'New comments',
  'discussion.closeAfterDays': 'Close comments after (days)',
  'discussion.clock': 'Count the days from',
  'discussion.threads': 'New threads',
  'discussion.replies': 'Replies',
  'discussion.mentions': 'Mentions',
  'discussion.graceMinutes': 'Grace for forms that are open already (minutes)',
  'discussion.perAddressPerMinute': 'Comments an address may post in a minute',
  'discussion.perArticlePerMinute': 'Comments an article takes in a minute',
  'discussion.holdFromLinks': 'Hold a comment from so many links on',
  'discussion.holdFromReports': 'Hold a comment from so many reports on',
  'discussion.digest': 'Mail about comments that wait',
  'discussion.learned': 'What reads like spam did here',
  'discussion.check': 'Check of browsers',
  'discussion.akismetKey': 'Key',
  'discussion.akismetUrl': 'Address of the service',
  'mentions.sending': 'Tell other sites of links to them',
}
