import './database'
import '@/components/site/tokens.css'
import '@/components/site/fonts.css'
import '@/components/site/base.css'
import type { ReactNode } from 'react'
import { Shell } from '@/components/site/shell'
import { config } from '@/config'
import { listSections } from '@/db/sections'
import { getSite } from '@/db/settings'

export default async function Layout({ children }: { children: ReactNode }) {
  return (
    <Shell site={await getSite()} sections={await listSections()} origin={config().siteUrl.origin}>
      {children}
    </Shell>
  )
}
