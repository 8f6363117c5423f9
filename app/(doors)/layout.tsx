import type { Metadata } from 'next'
import type { ReactNode } from 'react'
import '@/components/site/tokens.css'
import '@/components/site/base.css'
import '@/components/site/fonts.css'
import { fonts } from '@/components/site/fonts'
import { Icons } from '@/components/site/icons'

export const metadata: Metadata = { robots: { index: false, follow: false } }

export default function DoorsLayout({ children }: { children: ReactNode }) {
  return (
    <html lang="en" className={fonts}>
      <head>
        <Icons />
      </head>
      <body>{children}</body>
    </html>
  )
}
