/** An address in its parts, or null; `URL.canParse` of Node 20 comes to refuse hosts with letters such as ü. */
export function urlOf(text: string, base?: string): URL | null {
  try {
    return new URL(text, base)
  } catch {
    return null
  }
}
