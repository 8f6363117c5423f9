export const SLUG_MAX = 120

/** The address form of a title: lower-cased, runs outside a-z0-9 become one hyphen. Empty where nothing is left. */
export const slugify = (title: string) =>
  title
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, SLUG_MAX)
    .replace(/^-+|-+$/g, '')

export const isSlug = (value: string) => value.length <= SLUG_MAX && /^[a-z0-9]+(-[a-z0-9]+)*$/.test(value)
