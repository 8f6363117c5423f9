import type { Metadata } from 'next'
import { AboutPingback } from '@/components/mentions/about-pingback'
import { PINGBACK_PATH } from '@/domain/mentions/paths'
import { describe } from '../describe'
import { getSite } from '../request'

export async function generateMetadata(): Promise<Metadata> {
  const description = 'Where programs tell us of pages that link to an article here.'
  return {
    ...describe({ site: await getSite(), title: 'Pingback', description, path: PINGBACK_PATH }),
    robots: { index: false },
  }
}

export default function PingbackPage() {
  return <AboutPingback />
}
