/** Words that are somebody else's, or that machines read: left alone unless chosen. */
export const GUARDS = ['quote', 'link', 'code', 'name', 'slug'] as const
export type Guard = (typeof GUARDS)[number]

export const GUARD_NAMES: Record<Guard, string> = {
  quote: 'Quotations',
  link: 'Words of links',
  code: 'Code',
  name: 'Names of people and of the site',
  slug: 'Addresses of articles',
}
