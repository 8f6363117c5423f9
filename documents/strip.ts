import { Parser } from 'htmlparser2'

/** The body would need scripts to be complete. */
export class IncompleteDocument extends Error {
  override name = 'IncompleteDocument'
}

const KEPT_SCRIPTS = new Set(['application/ld+json', 'speculationrules'])

/**
 * The same HTML without what only scripts use (scripts, their preloads, and React's streaming marks), and with the
 * parts that were set aside; of scripts the one module that the page says it runs stays. Everything else stays byte for byte. Throws IncompleteDocument where React left parts for
 * a script to put in place.
 */
export function strip(html: string, parts: string[] = [], module: string | null = null): string {
  const cuts: [from: number, to: number, put: string][] = []
  let cutFrom: number | null = null
  let part: string | null = null
  const parser = new Parser({
    onopentag(name, attributes) {
      const isKept = KEPT_SCRIPTS.has(attributes.type ?? '') || (module !== null && attributes.src === module)
      if (name === 'script' && !isKept) cutFrom = parser.startIndex
      else if (name === 'link' && isForScripts(attributes))
        cuts.push([parser.startIndex, parser.endIndex + 1, ''])
      else if (name === 'template' && 'data-part' in attributes) {
        cutFrom = parser.startIndex
        part = parts[Number(attributes['data-part'])] ?? null
      } else if ('hidden' in attributes && attributes.id?.startsWith('S:'))
        throw new IncompleteDocument(
          'A part of the document waits for a script: no Suspense and no loading.tsx on document routes',
        )
    },
    onclosetag(name) {
      if ((name !== 'script' && name !== 'template') || cutFrom === null) return
      cuts.push([cutFrom, parser.endIndex + 1, part ?? ''])
      cutFrom = null
      part = null
    },
    oncomment() {
      cuts.push([parser.startIndex, parser.endIndex + 1, ''])
    },
  })
  parser.end(html)
  let kept = ''
  let position = 0
  for (const [from, to, put] of cuts) {
    kept += html.slice(position, from) + put
    position = to
  }
  return kept + html.slice(position)
}

const isForScripts = ({ rel, as }: Record<string, string>) =>
  rel === 'modulepreload' || (rel === 'preload' && as === 'script')
