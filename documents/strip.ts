import { Parser } from 'htmlparser2'

/** The body would need scripts to be complete. */
export class IncompleteDocument extends Error {
  override name = 'IncompleteDocument'
}

const KEPT_SCRIPTS = new Set(['application/ld+json', 'speculationrules'])

/**
 * The same HTML without what only scripts use: scripts, their preloads, and React's streaming marks.
 * Everything else stays byte for byte. Throws IncompleteDocument where React left parts for a script to put in place.
 */
export function strip(html: string): string {
  const cuts: [from: number, to: number][] = []
  let cutFrom: number | null = null
  const parser = new Parser({
    onopentag(name, attributes) {
      if (name === 'script' && !KEPT_SCRIPTS.has(attributes.type ?? '')) cutFrom = parser.startIndex
      else if (name === 'link' && isForScripts(attributes))
        cuts.push([parser.startIndex, parser.endIndex + 1])
      else if ('hidden' in attributes && attributes.id?.startsWith('S:'))
        throw new IncompleteDocument(
          'A part of the document waits for a script: no Suspense and no loading.tsx on document routes',
        )
    },
    onclosetag(name) {
      if (name !== 'script' || cutFrom === null) return
      cuts.push([cutFrom, parser.endIndex + 1])
      cutFrom = null
    },
    oncomment() {
      cuts.push([parser.startIndex, parser.endIndex + 1])
    },
  })
  parser.end(html)
  let kept = ''
  let position = 0
  for (const [from, to] of cuts) {
    kept += html.slice(position, from)
    position = to
  }
  return kept + html.slice(position)
}

const isForScripts = ({ rel, as }: Record<string, string>) =>
  rel === 'modulepreload' || (rel === 'preload' && as === 'script')
