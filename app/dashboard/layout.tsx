import '@/components/site/tokens.css'
import '@/components/site/fonts.css'
import '@mantine/core/styles.layer.css'
import '@mantine/notifications/styles.layer.css'
import '@mantine/spotlight/styles.layer.css'
import { ColorSchemeScript, mantineHtmlProps } from '@mantine/core'
import type { Metadata } from 'next'
import { headers } from 'next/headers'
import type { ReactNode } from 'react'
import { getStaff } from '@/auth/guard'
import { placesFor } from '@/components/dashboard/shell/places'
import { Provider } from '@/components/dashboard/shell/provider'
import { Shell } from '@/components/dashboard/shell/shell'
import { fonts } from '@/components/site/fonts'
import { Icons } from '@/components/site/icons'
import { getSite } from '@/db/settings'
import { may, ROLE_NAMES } from '@/domain/roles'
import { newArticle, signOut } from './actions'

export async function generateMetadata(): Promise<Metadata> {
  const { name } = await getSite()
  return { title: { default: `Desk · ${name}`, template: `%s · ${name}` }, robots: { index: false } }
}

/** Shows who is signed in. It guards nothing: every page and action does that itself. */
export default async function DashboardLayout({ children }: { children: ReactNode }) {
  const nonce = (await headers()).get('x-nonce') ?? ''
  const [site, staff] = await Promise.all([getSite(), getStaff()])
  return (
    <html lang="en" className={fonts} {...mantineHtmlProps}>
      <head>
        <ColorSchemeScript nonce={nonce} defaultColorScheme="auto" />
        <Icons />
      </head>
      <body>
        <Provider nonce={nonce}>
          {staff ? (
            <Shell
              siteName={site.name}
              person={{ name: staff.name, role: ROLE_NAMES[staff.role] }}
              places={placesFor(staff.role)}
              newArticle={may(staff.role, 'write') ? newArticle : undefined}
              signOut={signOut}
            >
              {children}
            </Shell>
          ) : (
            children
          )}
        </Provider>
      </body>
    </html>
  )
}
