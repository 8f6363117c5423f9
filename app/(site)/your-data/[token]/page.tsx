import type { Metadata } from 'next'
import { DataErased, YourData } from '@/components/readers/your-data'
import { getAddress, summarise } from '@/db/personal-data'
import { answer } from '@/documents/reading'
import { dataPath } from '@/domain/mail/paths'
import { unseal } from '@/secret'
import { NOT_FOUND, NotFoundPage } from '../../not-found-page'
import { privately } from '../../private'
import { getSite, now } from '../../request'
import { eraseData } from '../actions'

type Props = PageProps<'/your-data/[token]'>

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { token } = await params
  return unseal('data', token) ? privately('Your data', 'What is kept of your address.') : NOT_FOUND
}

export default async function DataPage({ params }: Props) {
  answer.personal()
  const { token } = await params
  const id = unseal('data', token)
  if (!id) return <NotFoundPage path={dataPath(token)} />
  const email = await getAddress(Number(id), now())
  if (!email) {
    answer.status(410)
    return <DataErased />
  }
  const { timeZone } = await getSite()
  return (
    <YourData
      email={email}
      kept={await summarise(email)}
      token={token}
      timeZone={timeZone}
      erase={eraseData}
    />
  )
}
