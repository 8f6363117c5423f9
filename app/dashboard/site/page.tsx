import type { Metadata } from 'next'
import { requireStaff } from '@/auth/guard'
import { Screen } from '@/components/dashboard/desk/screen'
import { Facts } from '@/components/dashboard/settings/facts'
import { GateForm } from '@/components/dashboard/settings/gate-form'
import { Group } from '@/components/dashboard/settings/group'
import { IdentityForm } from '@/components/dashboard/settings/identity-form'
import { PolicyForm } from '@/components/dashboard/settings/policy-form'
import { ScoreForm } from '@/components/dashboard/settings/score-form'
import { SendingForm } from '@/components/dashboard/settings/sending-form'
import { config } from '@/config'
import * as accounts from '@/db/accounts'
import { countFollowing } from '@/db/following'
import * as settings from '@/db/settings'
import { may } from '@/domain/roles'
import { previewPolicy, saveGate, saveIdentity, savePolicy, saveScores, saveSending } from './actions'

export const metadata: Metadata = { title: 'Site' }

export default async function SitePage() {
  const actor = await requireStaff('set-policy')
  const site = await settings.getSite()
  return (
    <Screen title="Site" note="What is saved here stands on the next page that anybody opens.">
      <Group
        id="identity"
        title="Identity"
        about="Stands on every page, in the feeds and in what search engines read."
      >
        {may(actor.role, 'set-site') ? (
          <Identity site={site} />
        ) : (
          <Facts site={site} owners={await accounts.listOwners()} />
        )}
      </Group>
      <Group
        id="policy"
        title="Discussion policy"
        about="Holds for every article that makes no choice of its own. An article’s own choice beats it."
      >
        <Policy now={new Date()} />
      </Group>
      <Group
        id="sending"
        title="Mentions of other sites"
        about="When an article appears, changes or goes, the sites that it links to are told."
      >
        <SendingForm
          action={saveSending}
          values={await sendingValues()}
          maySetStaging={may(actor.role, 'set-site')}
        />
      </Group>
      <Group
        id="score"
        title="Score"
        about="Every article is scored out of 100 whenever it is saved. The desk always sees the result; here you decide about readers."
      >
        <Score />
      </Group>
      {may(actor.role, 'set-site') && (
        <Group
          id="gate"
          title="Before publication"
          about="What an article is read for when somebody publishes, schedules or updates it."
        >
          <Gate />
        </Group>
      )}
    </Screen>
  )
}

async function sendingValues() {
  const { isOn, isStaging } = await settings.getSending()
  return { 'mentions.sending': isOn ? 'on' : 'off', 'site.staging': isStaging ? 'on' : 'off' }
}

function Identity({ site }: { site: settings.SiteView }) {
  const values = {
    'site.name': site.name,
    'site.tagline': site.tagline,
    'site.address': site.address,
    'site.phone': site.phone,
    'site.email': site.email,
    'site.timeZone': site.timeZone,
  }
  const timeZones = [...new Set(['UTC', site.timeZone, ...Intl.supportedValuesOf('timeZone')])]
  return <IdentityForm action={saveIdentity} values={values} timeZones={timeZones} />
}

async function Score() {
  const { badge, requireCredit } = await settings.getScorePolicy()
  return (
    <ScoreForm action={saveScores} values={{ 'score.badge': badge, 'score.requireCredit': requireCredit }} />
  )
}

async function Gate() {
  const { groups, waivers } = await settings.getGate()
  return (
    <GateForm action={saveGate} values={{ 'score.gate': groups.join(), 'score.waivers': waivers.join() }} />
  )
}

async function Policy({ now }: { now: Date }) {
  const policy = await settings.getPolicy()
  const values = {
    'discussion.mode': policy.mode,
    'discussion.closeAfterDays': String(policy.closeAfterDays),
    'discussion.clock': policy.clock,
    'discussion.threads': policy.threads,
    'discussion.replies': policy.replies,
    'discussion.mentions': policy.mentions,
    'discussion.mentionMode': await settings.getMentionMode(),
    'discussion.graceMinutes': String(policy.graceMinutes),
    'discussion.perAddressPerMinute': String(policy.perAddressPerMinute),
    'discussion.perArticlePerMinute': String(policy.perArticlePerMinute),
    'discussion.digest': await settings.getDigestPeriod(),
  }
  return (
    <PolicyForm
      action={savePolicy}
      preview={previewPolicy}
      values={values}
      sendsMail={config().smtpUrl !== undefined}
      following={await countFollowing(policy, now)}
    />
  )
}
