import { isReservedSlug, isSlug, slugify } from '../slug'
import type { Hit } from './find'
import type { ReplaceQuery } from './query'

/**
 * The address of an article with the words replaced, as one hit; null where they are not in it, addresses are to be
 * left alone, or nothing could live at the new one.
 */
export function addressIn(slug: string, { find, replacement, wholeWord, open }: ReplaceQuery): Hit | null {
  const wanted = slugify(find)
  if (!open.includes('slug') || wanted === '') return null
  const pattern = wholeWord ? `(?<![a-z0-9])${wanted}(?![a-z0-9])` : wanted
  const instead = slugify(slug.replace(new RegExp(pattern, 'g'), slugify(replacement)))
  if (instead === slug || !isSlug(instead) || isReservedSlug(instead)) return null
  return {
    index: 0,
    place: { field: 'slug' },
    ...{ from: 0, to: slug.length, found: slug, instead },
    ...{ before: '', after: '', guard: null },
  }
}
