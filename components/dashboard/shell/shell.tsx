'use client'

import {
  AppShell,
  Burger,
  Button,
  Group,
  Kbd,
  NavLink,
  Text,
  UnstyledButton,
  VisuallyHidden,
} from '@mantine/core'
import { useDisclosure, useOs } from '@mantine/hooks'
import { spotlight } from '@mantine/spotlight'
import Link, { useLinkStatus } from 'next/link'
import { usePathname } from 'next/navigation'
import type { ReactNode } from 'react'
import { Palette } from './palette'
import { type Place, placeAt } from './places'
import styles from './shell.module.css'

type Props = {
  siteName: string
  person: { name: string; role: string }
  places: Place[]
  /** Left out for whoever may not write. */
  newArticle?: () => Promise<void>
  signOut: () => Promise<void>
  children: ReactNode
}

export function Shell({ siteName, person, places, newArticle, signOut, children }: Props) {
  const [opened, { toggle, close }] = useDisclosure(false)
  const mac = useOs() === 'macos'
  const current = placeAt(usePathname(), places)
  return (
    <AppShell
      header={{ height: { base: 56, sm: 0 } }}
      navbar={{ width: 232, breakpoint: 'sm', collapsed: { mobile: !opened } }}
      padding={{ base: 'md', sm: 'xl' }}
      transitionDuration={0}
    >
      <a href="#content" className={styles.skip}>
        Skip to the content
      </a>
      <AppShell.Header hiddenFrom="sm" className={styles.header}>
        <Brand siteName={siteName} />
        <Burger opened={opened} onClick={toggle} size="sm" aria-label="Menu" aria-expanded={opened} />
      </AppShell.Header>
      <AppShell.Navbar
        aria-label="Dashboard"
        className={styles.navbar}
        data-opened={opened || undefined}
        onKeyDown={({ key }) => key === 'Escape' && close()}
      >
        <AppShell.Section visibleFrom="sm" className={styles.brandSection}>
          <Brand siteName={siteName} />
        </AppShell.Section>
        {newArticle && (
          <AppShell.Section className={styles.new}>
            <form action={newArticle}>
              <Button type="submit" fullWidth>
                New article
              </Button>
            </form>
          </AppShell.Section>
        )}
        <AppShell.Section grow>
          {places.map((place) => (
            <NavLink
              key={place.href}
              component={Link}
              href={place.href}
              label={place.label}
              active={place === current}
              aria-current={place === current ? 'page' : undefined}
              rightSection={<Pending />}
              onClick={close}
            />
          ))}
          <UnstyledButton className={styles.command} onClick={spotlight.open} visibleFrom="sm">
            Go to … <Kbd size="xs">{mac ? '⌘ K' : 'Ctrl K'}</Kbd>
          </UnstyledButton>
        </AppShell.Section>
        <AppShell.Section className={styles.person}>
          <Text size="sm" fw={600}>
            {person.name}
          </Text>
          <Text size="sm" c="dimmed">
            {person.role}
          </Text>
          <Group justify="space-between" mt="sm" gap="xs">
            <form action={signOut}>
              <Button type="submit" variant="default" size="compact-sm">
                Sign out
              </Button>
            </form>
            <a className={styles.view} href="/" target="_blank" rel="noopener">
              View site<VisuallyHidden> (opens a new tab)</VisuallyHidden>
            </a>
          </Group>
        </AppShell.Section>
      </AppShell.Navbar>
      <AppShell.Main id="content" tabIndex={-1} className={styles.main}>
        {children}
      </AppShell.Main>
      <Palette places={places} newArticle={newArticle} />
    </AppShell>
  )
}

function Brand({ siteName }: { siteName: string }) {
  return (
    <Link href="/dashboard" className={styles.brand} dir="auto">
      {siteName}
      <span aria-hidden="true">.</span>
    </Link>
  )
}

/** A page on its way: the answer's status is only known once it is whole, so no skeleton is streamed ahead of it. */
function Pending() {
  const { pending } = useLinkStatus()
  return pending ? <span className={styles.pending} role="status" aria-label="Loading" /> : null
}
