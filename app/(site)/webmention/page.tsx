import type { Metadata } from 'next'
import { SendMention } from '@/components/mentions/send'
import { answer } from '@/documents/reading'
import { WEBMENTION_PATH } from '@/domain/mentions/paths'
import { describe } from '../describe'
import { getSite } from '../request'
import { sendMention } from './actions'

export async function generateMetadata(): Promise<Metadata> {
  const description = 'Tell us of a page of yours that links to an article here.'
  return {
    ...describe({ site: await getSite(), title: 'Mention us', description, path: WEBMENTION_PATH }),
    robots: { index: false },
  }
}

export default async function WebmentionPage() {
  const { name } = await getSite()
  const typed = answer.returned()
  return (
    <SendMention
      action={sendMention}
      siteName={name}
      typed={typed && { source: typed.source ?? '', target: typed.target ?? '' }}
    />
  )
}
