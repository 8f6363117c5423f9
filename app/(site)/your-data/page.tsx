import type { Metadata } from 'next'
import { AskForData } from '@/components/readers/ask-for-data'
import { NoMail } from '@/components/readers/your-data'
import { config } from '@/config'
import { answer } from '@/documents/reading'
import { privately } from '../private'
import { getSite } from '../request'
import { requestData } from './actions'

export const metadata: Metadata = privately('Your data', 'See, copy or erase what is kept of your address.')

export default async function YourDataPage() {
  answer.personal()
  if (!config().smtpUrl) return <NoMail email={(await getSite()).email} />
  return <AskForData action={requestData} typed={answer.returned()?.email ?? null} />
}
