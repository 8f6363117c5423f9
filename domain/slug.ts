export const SLUG_MAX = 120

/** The address form of a title: lower-cased, runs outside a-z0-9 become one hyphen. Empty where nothing is left. */
export const slugify = (title: string) =>
  title
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, SLUG_MAX)
    .replace(/^-+|-+$/g, '')

export const isSlug = (value: string) => value.length <= SLUG_MAX && /^[a-z0-9]+(-[a-z0-9]+)*$/.test(value)

/** Words that stand for something else where articles have their addresses. */
const RESERVED: ReadonlySet<string> = new Set(['new', 'page', 'feed', 'search', 'comments', 'drafts'])

export const isReservedSlug = (slug: string) => RESERVED.has(slug)

/** The n-th way to write an address that others have taken: `name`, `name-2`, `name-3`. */
export const numberedSlug = (slug: string, n: number) => {
  if (n === 1) return slug
  const ending = `-${n}`
  return slug.slice(0, SLUG_MAX - ending.length).replace(/-+$/, '') + ending
}
