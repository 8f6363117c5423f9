import { describe, expect, it } from 'vitest'
import { ART_KINDS, compose } from './art'

const SIZES = [
  { width: 1680, height: 720 },
  { width: 1200, height: 800 },
  { width: 1200, height: 630 },
  { width: 400, height: 500 },
  { width: 3200, height: 800 },
  { width: 64, height: 64 },
]
const SEEDS = [0, 1, 2, 3, 4, 5, 7, 11, 42, 4096, 0xffffffff]

describe.each(ART_KINDS)('%s', (kind) => {
  const compositions = SIZES.flatMap((size) => SEEDS.map((seed) => compose({ kind, seed, ...size })))

  it('draws the same picture from the same seed, and another one from another', () => {
    expect(compose({ kind, seed: 7, width: 1200, height: 800 })).toBe(
      compose({ kind, seed: 7, width: 1200, height: 800 }),
    )
    const pictures = new Set(SEEDS.map((seed) => compose({ kind, seed, width: 1200, height: 800 })))
    expect(pictures.size).toBe(SEEDS.length)
  })

  it('is one well-formed SVG document of the size that was asked for', () => {
    for (const svg of compositions) expect(unclosed(svg)).toEqual([])
    expect(compose({ kind, seed: 1, width: 1200, height: 630 })).toMatch(
      /^<svg xmlns="http:\/\/www\.w3\.org\/2000\/svg" width="1200" height="630" viewBox="0 0 [\d.]+ [\d.]+">.*<\/svg>$/,
    )
  })

  it('holds only finite numbers, rounded to a tenth', () => {
    for (const svg of compositions) {
      expect(svg).not.toMatch(/NaN|Infinity|undefined|null/)
      const marks = svg.slice(svg.indexOf('</style>'))
      expect(marks.replace(/opacity="[\d.]+"/g, '')).not.toMatch(/\.\d{3}|e-\d/)
    }
  })

  it('stays under 14 KB', () => {
    for (const svg of compositions) expect(svg.length).toBeLessThan(14_000)
  })

  it('has colours for light and for dark, and needs nothing from outside', () => {
    const svg = compose({ kind, seed: 1, width: 1200, height: 800 })
    expect(svg).toContain('@media (prefers-color-scheme:dark)')
    expect(svg).toContain('class="f p"')
    expect(svg).toMatch(/class="[fs] a"/)
    expect(svg.replace('http://www.w3.org/2000/svg', '')).not.toMatch(
      /https?:|url\((?!#)|<script|<image|<foreignObject/,
    )
  })
})

/** The tags that are left open, or the first one that closes out of turn. */
function unclosed(svg: string): string[] {
  const open: string[] = []
  for (const [, slash, name = '', attributes = '', empty] of svg.matchAll(
    /<(\/?)([a-zA-Z]+)((?: [\w:-]+="[^"<>]*")*)(\/?)>/g,
  )) {
    if (slash) {
      if (open.pop() !== name || attributes) return [name]
    } else if (!empty) open.push(name)
  }
  const rest = svg.replace(/<style>.*?<\/style>/, '').replace(/<\/?[a-zA-Z]+(?: [\w:-]+="[^"<>]*")*\/?>/g, '')
  return rest ? [...open, rest] : open
}
