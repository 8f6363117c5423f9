import type { SiteView } from '@/db/settings'

/** What other descriptions refer to. */
export const organizationId = (origin: string) => `${origin}/#organization`

/** Who publishes the site, in schema.org's words; an empty setting is left out. */
export function organization(site: SiteView, origin: string): Record<string, unknown> {
  return {
    '@type': ['Organization', 'LocalBusiness'],
    '@id': organizationId(origin),
    name: site.name,
    url: `${origin}/`,
    ...(site.tagline && { description: site.tagline, slogan: site.tagline }),
    ...(site.address && { address: { '@type': 'PostalAddress', streetAddress: site.address } }),
    ...(site.phone && { telephone: site.phone }),
    ...(site.email && { email: site.email }),
  }
}
