import type { Metadata, Route } from 'next'
import Link from 'next/link'
import { z } from 'zod'
import { requireStaff } from '@/auth/guard'
import { Pager } from '@/components/dashboard/desk/pager'
import { Screen } from '@/components/dashboard/desk/screen'
import { AkismetForm } from '@/components/dashboard/rules/akismet-form'
import { BanForm } from '@/components/dashboard/rules/ban-form'
import { Bans } from '@/components/dashboard/rules/bans'
import { LimitsForm } from '@/components/dashboard/rules/limits-form'
import { ListForm } from '@/components/dashboard/rules/list-form'
import styles from '@/components/dashboard/rules/rules.module.css'
import { Group } from '@/components/dashboard/settings/group'
import * as bans from '@/db/bans'
import { getLearning } from '@/db/learning'
import { listLists } from '@/db/lists'
import { getAkismetChoice, getPolicy, getSite } from '@/db/settings'
import { actorMay, type StaffActor } from '@/domain/actor'
import { formatDateTime } from '@/domain/dates'
import { learningInWords } from '@/domain/moderation/learning-words'
import { addBan, liftBan, saveAkismet, saveLimits } from './actions'

export const metadata: Metadata = { title: 'Rules' }

const querySchema = z.object({ after: z.string().max(200).optional().catch(undefined) })

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> }

export default async function RulesPage({ searchParams }: Props) {
  const actor = await requireStaff('moderate')
  const { after } = querySchema.parse(await searchParams)
  const lists = await listLists(actor)
  return (
    <Screen
      title="Rules"
      note="What puts a comment aside before anybody reads it. Every rule can be tried on last month’s comments first, and each comment keeps the reason why it was put aside."
    >
      <p className={styles.back}>
        <Link href="/dashboard/discussion">All comments</Link>
      </p>
      {lists && (
        <>
          <Limits actor={actor} />
          <Group
            id="words"
            title="Words"
            about="One a line: a word, a phrase of several words, or casin* for every word that begins so. What follows a # is a comment. Words are found whole, in any case and with any accents: cat is not in category. They are looked for in the name, the text, the website and the email address."
          >
            <div className={styles.stack}>
              {lists
                .filter(({ name }) => name !== 'spam-hosts')
                .map((list) => (
                  <ListForm key={list.name} list={list} />
                ))}
            </div>
          </Group>
          <Group id="hosts" title="Hosts" about="One a line. spam.example covers shop.spam.example too.">
            {lists
              .filter(({ name }) => name === 'spam-hosts')
              .map((list) => (
                <ListForm key={list.name} list={list} />
              ))}
          </Group>
        </>
      )}
      {actorMay(actor, 'set-site') && <Elsewhere />}
      <Group
        id="bans"
        title="Bans"
        about="What somebody banned writes goes to spam. Nobody is told, so that nobody comes back under another name on the spot. A ban holds only as well as what it goes by: anybody can type another name or address. Networks are kept as hashes that change every day (UTC), so a ban by network, set from a comment, ends with the day."
      >
        <div className={styles.stack}>
          <BanForm add={addBan} />
          <Listed actor={actor} after={after} />
        </div>
      </Group>
    </Screen>
  )
}

async function Elsewhere() {
  const { isOn, url } = await getAkismetChoice()
  return (
    <Group
      id="akismet"
      title="Akismet"
      about="A service elsewhere may be asked about the comments of guests that would be published. With a key it is sent, for each of them: name, email address, website, text, time, and the address of the article. It is not sent the network or the browser of an author, which are not kept, nor anything of authors whom readers know. A comment waits until it has answered, and for a moderator where it does not. Where moderators decide otherwise than it did, it is told. Say so in your privacy notice."
    >
      <AkismetForm action={saveAkismet} isOn={isOn} url={url} />
    </Group>
  )
}

async function Listed({ actor, after }: { actor: StaffActor; after: string | undefined }) {
  const { items, next } = await bans.listBans(actor, { after }, new Date())
  const { timeZone } = await getSite()
  return (
    <div>
      <Bans
        bans={items.map((ban) => ({ ...ban, until: formatDateTime(ban.endsAt, timeZone) }))}
        lift={liftBan}
      />
      <Pager
        first={after ? '/dashboard/discussion/rules' : null}
        next={next ? (`/dashboard/discussion/rules?after=${encodeURIComponent(next)}` as Route) : null}
      />
    </div>
  )
}

async function Limits({ actor }: { actor: StaffActor }) {
  const policy = await getPolicy()
  return (
    <Group
      id="limits"
      title="Limits"
      about="From when on a comment waits until a moderator has looked at it."
    >
      <LimitsForm
        action={saveLimits}
        values={{
          'discussion.holdFromLinks': String(policy.holdFromLinks),
          'discussion.holdFromReports': String(policy.holdFromReports),
          'discussion.learned': policy.learned,
          'discussion.check': policy.check,
        }}
        learning={learningInWords(await getLearning(actor))}
      />
    </Group>
  )
}
