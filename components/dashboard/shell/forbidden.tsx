'use client'

import { Anchor, Button } from '@mantine/core'
import { usePathname } from 'next/navigation'
import { placeAt } from './places'
import { State } from './state'

type Props = { role: string; owners: { name: string; email: string }[] }

/** What was tried, as whom, and who can give the right to it. */
export function Forbidden({ role, owners }: Props) {
  const place = placeAt(usePathname())
  return (
    <State
      title={place ? `${place.label} is not yours to open.` : 'This is not yours to open.'}
      next={
        <Button component="a" href="/dashboard/articles" variant="default">
          All articles
        </Button>
      }
    >
      You are signed in as {role}, which does not include this. The right can be given by{' '}
      {owners.map(({ name, email }, index) => (
        <span key={email}>
          {index > 0 && (index === owners.length - 1 ? ' or ' : ', ')}
          <Anchor href={`mailto:${email}`}>{name}</Anchor>
        </span>
      ))}
      .
    </State>
  )
}
