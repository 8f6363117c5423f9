import { distance, fill, ring, stroke, type Point, type Sheet } from './pen'

/** Two circles of influence, and the pattern that neither of them drew. */
export function ripple({ w, h, random }: Sheet): string {
  const unit = Math.sqrt(w * h)
  const a: Point = [w * (0.27 + random() * 0.06), h * (0.6 + random() * 0.1)]
  const b: Point = [w * (0.68 + random() * 0.08), h * (0.34 + random() * 0.1)]
  const gap = unit / 40
  const reach = distance(a, b) * 1.12
  const rings = (centre: Point, first: number, until: number) => {
    let d = ''
    for (let r = first; r < until; r += gap) d += ring(centre, r)
    return d
  }
  return [
    stroke(rings(a, gap * 2.6, reach), { width: gap * 0.15 }),
    stroke(rings(b, gap * 4, reach), { width: gap * 0.15 }),
    fill(ring(a, gap * 1.6)),
    fill(ring(b, gap * 3.1), 'accent'),
  ].join('')
}
