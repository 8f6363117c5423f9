import { LRUCache } from 'lru-cache'

/** About 16 MB of text and as much again of what is known of it: several long articles. */
const MAX_CHARACTERS = 8 * 1024 * 1024

/**
 * Remembers what `measure` said of a text, the texts used last, so that only changed paragraphs are measured again.
 * What it gives back is shared and must not be changed.
 */
export function remembered<T extends object>(measure: (text: string) => T): (text: string) => T {
  const cache = new LRUCache<string, T>({
    maxSize: MAX_CHARACTERS,
    sizeCalculation: (_, text) => text.length + 64,
  })
  return (text) => {
    const known = cache.get(text)
    if (known) return known
    const value = measure(text)
    cache.set(text, value)
    return value
  }
}
