import '@/components/site/tokens.css'
import '@/components/site/fonts.css'
import '@/components/site/base.css'
import type { Metadata, Viewport } from 'next'
import type { ReactNode } from 'react'
import { Shell } from '@/components/site/shell'
import { config } from '@/config'
import { listSections } from '@/db/sections'
import { feeds } from './describe'
import { getSite } from './request'

export const dynamic = 'force-dynamic'

export const viewport: Viewport = {
  colorScheme: 'light dark',
  themeColor: [
    { media: '(prefers-color-scheme: light)', color: '#f8f6f0' },
    { media: '(prefers-color-scheme: dark)', color: '#0f1319' },
  ],
}

export async function generateMetadata(): Promise<Metadata> {
  const site = await getSite()
  return {
    metadataBase: config().siteUrl,
    title: { default: site.name, template: `%s · ${site.name.replaceAll('%s', '')}` },
    description: site.tagline,
    applicationName: site.name,
    alternates: { types: feeds(site) },
    formatDetection: { telephone: false, address: false, email: false },
  }
}

export default async function SiteLayout({ children }: { children: ReactNode }) {
  return (
    <Shell site={await getSite()} sections={await listSections()} origin={config().siteUrl.origin}>
      {children}
    </Shell>
  )
}
