import type { Route } from 'next'
import { type Capability, may, type Role } from '@/domain/roles'

export type Place = { href: Route; label: string; about: string }

/** Where the desk leads; without `needs` a place is for everybody who signs in. */
const PLACES: (Place & { needs: Capability[] })[] = [
  {
    href: '/dashboard/articles',
    label: 'Articles',
    about: 'Write, publish, open and close discussions',
    needs: [],
  },
  {
    href: '/dashboard/discussion',
    label: 'Discussion',
    about: 'Comments that wait for a decision, and those decided',
    needs: ['moderate'],
  },
  {
    href: '/dashboard/discussion/mentions',
    label: 'Mentions',
    about: 'Other sites that link to articles, and those that were told of links to them',
    needs: ['moderate'],
  },
  {
    href: '/dashboard/site',
    label: 'Site',
    about: 'What the site says of itself, and its policies',
    needs: ['set-policy', 'set-site'],
  },
  {
    href: '/dashboard/mail',
    label: 'Mail',
    about: 'What is sent, what waits and what failed',
    needs: ['set-site'],
  },
  {
    href: '/dashboard/staff',
    label: 'Staff',
    about: 'Who signs in, and what they may do',
    needs: ['manage-staff'],
  },
]

const isIn = (pathname: string, { href }: Place) => pathname === href || pathname.startsWith(`${href}/`)

export const placesFor = (role: Role): Place[] =>
  PLACES.filter(({ needs }) => needs.length === 0 || needs.some((capability) => may(role, capability)))

export const placeAt = (pathname: string, places: Place[] = PLACES): Place | undefined =>
  // one place may lie within another
  places.filter((place) => isIn(pathname, place)).sort((a, b) => b.href.length - a.href.length)[0]
