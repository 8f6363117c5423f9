export type HeaderLink = {
  target: string
  rels: string[]
  /** Of which page it speaks; null for the one that was asked for. */
  anchor: string | null
}

const SPACE = /[ \t]*/y
const NAME = /[^ \t=;,]*/y
const BARE = /[^;,]*/y
const QUOTED = /"((?:[^"\\]|\\[^])*)"?/y

/**
 * The links of a Link header, several of one name joined by commas, read as RFC 8288 says in appendix B.2 and B.3: what
 * is not well formed ends the reading, and what came before holds.
 */
export function linksOf(header: string): HeaderLink[] {
  let at = 0
  const eat = (pattern: RegExp): string => {
    pattern.lastIndex = at
    const found = pattern.exec(header)
    at += found?.[0].length ?? 0
    return found?.[1] ?? found?.[0] ?? ''
  }
  const eats = (character: string): boolean => {
    if (header[at] !== character) return false
    at++
    return true
  }

  function parameters(): Map<string, string> {
    const found = new Map<string, string>()
    for (;;) {
      eat(SPACE)
      if (!eats(';')) return found
      eat(SPACE)
      const name = eat(NAME).toLowerCase()
      eat(SPACE)
      let value = ''
      if (eats('=')) {
        eat(SPACE)
        value = header[at] === '"' ? eat(QUOTED).replace(/\\([^])/g, '$1') : eat(BARE).trim()
      }
      // of two with one name the first counts (section 3.3)
      if (!found.has(name)) found.set(name, value)
    }
  }

  const links: HeaderLink[] = []
  for (;;) {
    eat(/[ \t,]*/y)
    if (!eats('<')) return links
    const end = header.indexOf('>', at)
    if (end < 0) return links
    const target = header.slice(at, end)
    at = end + 1
    const found = parameters()
    links.push({ target, rels: relsOf(found.get('rel')), anchor: found.get('anchor') ?? null })
  }
}

/** The relations of a link, which are compared without regard to case. */
export const relsOf = (rel = ''): string[] => rel.toLowerCase().split(/\s+/).filter(Boolean)
