import type { Place } from './check'
import type { Image } from './reading'

/** An image of the body is where its caption is. */
export const placeOfImage = ({ block }: Image): Place =>
  block === 'lead' ? { field: 'lead-image' } : { field: 'body', block, from: 0, to: 0 }
