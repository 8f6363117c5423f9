/**
 * An address in its parts, or null where it is none. `URL.canParse` will not do: Node 20 refuses hosts such as
 * `bücher.example` from the moment on at which it has compiled it.
 */
export function urlOf(text: string, base?: string | URL): URL | null {
  try {
    return new URL(text, base)
  } catch {
    return null
  }
}
