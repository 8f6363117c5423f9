import type { Metadata } from 'next'
import { Failure } from '@/components/site/failure'
import { getSite } from '../../request'

export const metadata: Metadata = { title: 'Something went wrong', robots: { index: false } }

export default async function FailurePage() {
  return <Failure site={await getSite()} />
}
