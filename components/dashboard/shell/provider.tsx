'use client'

import { MantineProvider } from '@mantine/core'
import { Notifications } from '@mantine/notifications'
import { setNonce } from 'get-nonce'
import { type ReactNode, useState } from 'react'
import { cssVariables, theme } from './theme'

/** Mantine under the policy of this page: every style element carries its nonce. */
export function Provider({ nonce: latest, children }: { nonce: string; children: ReactNode }) {
  // the policy of the page is that of its first answer; a refresh brings a nonce that means nothing to it
  const [nonce] = useState(latest)
  // for the style element of react-remove-scroll, which dialogs use
  if (typeof window !== 'undefined') setNonce(nonce)
  return (
    <MantineProvider
      theme={theme}
      cssVariablesResolver={cssVariables}
      defaultColorScheme="auto"
      getStyleNonce={() => nonce}
    >
      <Notifications position="bottom-right" />
      {children}
    </MantineProvider>
  )
}
