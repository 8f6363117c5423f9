import type { Section, SectionKind } from '@/domain/sections'
import type { Place } from './navigation'

const LABELS: Partial<Record<SectionKind, string>> = {
  work: 'Work',
  services: 'Services',
  story: 'About',
  people: 'People',
  contact: 'Contact',
}

/** The main navigation: the articles, and what the home page has. */
export function places(sections: Section[]): Place[] {
  const kinds = [...new Set(sections.map((section) => section.kind))]
  const anchors = kinds.flatMap((kind) => {
    const label = LABELS[kind]
    // contact closes every page, so it never leads away from the one being read
    return label ? [{ label, href: kind === 'contact' ? '#contact' : `/#${kind}` }] : []
  })
  const contact = anchors.findIndex(({ href }) => href === '#contact')
  const articles = { label: 'Articles', href: '/articles' }
  return contact < 0
    ? [...anchors, articles]
    : [...anchors.slice(0, contact), articles, ...anchors.slice(contact)]
}
