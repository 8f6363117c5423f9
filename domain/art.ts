import { glyph } from './art/glyph'
import { grid } from './art/grid'
import { hub } from './art/hub'
import { ledger } from './art/ledger'
import { mesh } from './art/mesh'
import { orbit } from './art/orbit'
import { randomFrom, round, type Sheet } from './art/pen'
import { ripple } from './art/ripple'
import { strata } from './art/strata'
import { tiles } from './art/tiles'

export const ART_KINDS = [
  'hub',
  'mesh',
  'strata',
  'orbit',
  'grid',
  'ripple',
  'tiles',
  'glyph',
  'ledger',
] as const
export type ArtKind = (typeof ART_KINDS)[number]

export interface Art {
  kind: ArtKind
  /** A whole number; the same kind and seed always make the same picture. */
  seed: number
}

const draw: Record<ArtKind, (sheet: Sheet) => string> = {
  hub,
  mesh,
  strata,
  orbit,
  grid,
  ripple,
  tiles,
  glyph,
  ledger,
}

// An image cannot see the page's tokens, so they are repeated here. Hex first: librsvg knows no oklch.
const STYLE =
  '.s{fill:none;stroke:currentColor}.f{fill:currentColor}' +
  'svg{color:#141a23;color:oklch(.215 .02 262)}' +
  '.p{color:#edeae2;color:oklch(.938 .012 92)}' +
  '.a{color:#df2d15;color:oklch(.585 .215 31)}' +
  '@media (prefers-color-scheme:dark){' +
  'svg{color:#e8e6df;color:oklch(.925 .01 92)}' +
  '.p{color:#181c23;color:oklch(.225 .016 262)}' +
  '.a{color:#fd6940;color:oklch(.7 .19 36)}}'

// Elements are counted by area: within these bounds lines stay readable and files small.
const SMALLEST = 300_000
const LARGEST = 960_000

/** A complete SVG document of `width` x `height` pixels that suits light and dark pages. */
export function compose({ kind, seed, width, height }: Art & { width: number; height: number }): string {
  const area = width * height
  const scale = Math.sqrt(Math.min(Math.max(area, SMALLEST), LARGEST) / area)
  const w = round(width * scale)
  const h = round(height * scale)
  const marks = draw[kind]({ w, h, random: randomFrom(seed) })
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${w} ${h}">` +
    `<style>${STYLE}</style><rect class="f p" width="${w}" height="${h}"/>${marks}</svg>`
  )
}
