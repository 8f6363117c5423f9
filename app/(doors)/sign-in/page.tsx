import type { Metadata, Route } from 'next'
import { redirect } from 'next/navigation'
import { getStaff } from '@/auth/guard'
import { Door } from '@/components/doors/door'
import { SignInForm } from '@/components/doors/sign-in-form'
import { getSite } from '@/db/settings'
import { answer } from '@/documents/reading'
import { returnPath } from '@/domain/sign-in'
import { signIn } from './actions'

export const dynamic = 'force-dynamic'

export async function generateMetadata(): Promise<Metadata> {
  const site = await getSite()
  return { title: `Sign in · ${site.name}` }
}

type Props = { searchParams: Promise<{ to?: string | string[] }> }

export default async function SignInPage({ searchParams }: Props) {
  answer.personal()
  const to = returnPath((await searchParams).to)
  if (await getStaff()) redirect(to as Route)
  const site = await getSite()
  return (
    <Door site={site} title="Sign in" art={{ kind: 'orbit', seed: 7 }}>
      <SignInForm action={signIn} to={to} email={answer.returned()?.email} />
      <p>No password yet, or forgotten it? An owner of {site.name} can send you a link to choose one.</p>
    </Door>
  )
}
