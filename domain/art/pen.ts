/** What a composition is drawn on: a size in units and a source of chance in [0, 1). */
export interface Sheet {
  w: number
  h: number
  random: () => number
}

export type Point = readonly [x: number, y: number]

/** Mulberry32: small, even, and the same on every machine. */
export function randomFrom(seed: number): () => number {
  // Neighbouring seeds must not open alike.
  let state = Math.imul(seed, 0x9e3779b1) >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32
  }
}

export const round = (value: number) => Math.round(value * 10) / 10
export const at = ([x, y]: Point) => `${round(x)} ${round(y)}`
export const distance = (a: Point, b: Point) => Math.hypot(a[0] - b[0], a[1] - b[1])
export const polar = (centre: Point, radius: number, angle: number): Point => [
  centre[0] + Math.cos(angle) * radius,
  centre[1] + Math.sin(angle) * radius,
]

export const line = (from: Point, to: Point) => `M${at(from)}L${at(to)}`
// A path of no length with round caps is a dot, at a third of the bytes of a circle.
const dot = (centre: Point) => `M${at(centre)}h0`
export const box = (x: number, y: number, w: number, h: number) =>
  `M${round(x)} ${round(y)}h${round(w)}v${round(h)}h${round(-w)}z`
export function ring(centre: Point, radius: number): string {
  // Twice the rounded radius, never the rounded double: an arc shorter than its chord would change its centre.
  const r = round(radius)
  const across = round(2 * r)
  return `M${at([centre[0] - r, centre[1]])}a${r} ${r} 0 1 0 ${across} 0a${r} ${r} 0 1 0 ${-across} 0`
}

export type Paint = 'ink' | 'accent' | 'paper'
// The classes that `compose` gives their colours.
const STROKE: Record<Paint, string> = { ink: 's', accent: 's a', paper: 's p' }
const FILL: Record<Paint, string> = { ink: 'f', accent: 'f a', paper: 'f p' }

interface Stroke {
  width: number
  paint?: Paint
  opacity?: number
  dash?: string
  caps?: 'round' | 'square'
}

export function stroke(d: string, { width, paint = 'ink', opacity, dash, caps }: Stroke): string {
  if (d === '') return ''
  return (
    `<path class="${STROKE[paint]}" stroke-width="${round(width)}"` +
    `${opacity ? ` opacity="${opacity}"` : ''}${dash ? ` stroke-dasharray="${dash}"` : ''}` +
    `${caps ? ` stroke-linecap="${caps}"` : ''} d="${d}"/>`
  )
}

export function fill(d: string, paint: Paint = 'ink'): string {
  return d && `<path class="${FILL[paint]}" d="${d}"/>`
}

/** Dots of one radius, as one path. */
export const dots = (centres: readonly Point[], radius: number, paint: Paint = 'ink') =>
  stroke(centres.map(dot).join(''), { width: radius * 2, paint, caps: 'round' })
