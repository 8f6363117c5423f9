import type { Metadata } from 'next'
import { Door } from '@/components/doors/door'
import { SetUpForm } from '@/components/doors/set-up-form'
import * as invitations from '@/db/invitations'
import { getSite, type SiteView } from '@/db/settings'
import { answer } from '@/documents/reading'
import { SETTINGS } from '@/domain/settings'
import { setUp } from './actions'

export const dynamic = 'force-dynamic'

export async function generateMetadata(): Promise<Metadata> {
  const site = await getSite()
  return { title: `Set-up · ${site.name}` }
}

type Props = { searchParams: Promise<{ token?: string | string[] }> }

export default async function SetUpPage({ searchParams }: Props) {
  answer.personal()
  const now = new Date()
  const { token } = await searchParams
  const site = await getSite()
  const offer = typeof token === 'string' ? await invitations.getByToken(token, now) : null
  if (typeof token !== 'string' || !offer) {
    answer.status(token ? 410 : 404)
    return (
      <Door
        site={site}
        title={token ? 'This link no longer works.' : 'Set-up needs its link.'}
        lede={
          token
            ? 'It works once and for a week, and a newer link puts it out of use.'
            : 'It is printed where Masthead was started, and only while the site has no owner.'
        }
        art={{ kind: 'strata', seed: 4 }}
      >
        <p>
          An owner of the site can make a new one. If your password is chosen already,{' '}
          <a href="/sign-in">sign in</a>.
        </p>
      </Door>
    )
  }
  const isFirst = offer.kind === 'first-owner'
  return (
    <Door
      site={site}
      title={isFirst ? 'Make it yours.' : `Welcome, ${offer.name}.`}
      lede={
        isFirst
          ? 'You become the owner: you decide what the site says of itself, and who works on it.'
          : `Choose the password with which you sign in to ${site.name}.`
      }
      art={{ kind: 'mesh', seed: 11 }}
    >
      <SetUpForm
        action={setUp}
        token={token}
        asks={isFirst ? { agency: named(site) } : { email: offer.email }}
        typed={answer.returned()}
      />
    </Door>
  )
}

/** What the starter content calls the agency; nothing where it was never named. */
const named = ({ name }: SiteView) => (name === SETTINGS['site.name'].fallback ? '' : name)
