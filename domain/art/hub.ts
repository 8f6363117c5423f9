import { distance, dots, fill, line, polar, ring, stroke, type Point, type Sheet } from './pen'

const GOLDEN_ANGLE = 2.39996

/** One centre that every edge depends on, and a few that found each other. */
export function hub({ w, h, random }: Sheet): string {
  const short = Math.min(w, h)
  const side = random() < 0.3 ? -1 : 1
  const centre: Point = [w * (0.5 + 0.12 * side), h * (0.47 + random() * 0.06)]
  const radius = short * 0.17
  const apart = short * 0.13
  const aside = side > 0 ? Math.max(w * 0.14, apart * 1.4) : Math.min(w * 0.86, w - apart * 1.4)
  const circle = companions([aside, h * (0.24 + random() * 0.08)], apart, random)
  const clear = (end: Point) => circle.every((point) => farFrom(point, centre, end) > short * 0.028)

  const ends: Point[] = []
  const count = Math.round((w * h) / 5600)
  for (let i = 0; i < count; i++) {
    const far = radius * 1.3 + short * (0.04 + 0.66 * random())
    const [dx, dy] = polar([0, 0], far, i * GOLDEN_ANGLE + random() * 0.16)
    const end: Point = [
      centre[0] + dx * Math.max(1, (w / h) * 0.8),
      centre[1] + dy * Math.max(1, (h / w) * 0.8),
    ]
    if (clear(end)) ends.push(end)
  }
  const rays = ends.map((end) =>
    line(polar(centre, radius * 1.09, Math.atan2(end[1] - centre[1], end[0] - centre[0])), end),
  )
  const ranked = (from: number, to: number) =>
    ends.filter((_, i) => (i * 7) % 20 >= from && (i * 7) % 20 < to)
  const halos = [1.55, 2.15, 2.95].map((k) => ring(centre, radius * k)).join('')
  const ties = circle.flatMap((a, i) =>
    circle.slice(i + 1).flatMap((b) => (distance(a, b) < short * 0.17 ? line(a, b) : [])),
  )
  return [
    stroke(halos, { width: 1.2, dash: '1.2 7', opacity: 0.7 }),
    stroke(rays.join(''), { width: 1, opacity: 0.4 }),
    dots(ranked(0, 11), 2.2),
    dots(ranked(11, 17), 4),
    dots(ranked(17, 20), 7),
    fill(ring(centre, radius), 'accent'),
    stroke(ties.join(''), { width: 2 }),
    dots(circle, 7),
  ].join('')
}

function companions(centre: Point, radius: number, random: () => number): Point[] {
  return Array.from({ length: 6 }, (_, i) =>
    polar(centre, radius * (i === 0 ? 0.1 : 0.7 + random() * 0.45), i * 1.18 + random() * 0.7),
  )
}

/** The distance of a point from the line between two others. */
function farFrom(point: Point, from: Point, to: Point): number {
  const [dx, dy] = [to[0] - from[0], to[1] - from[1]]
  const along = ((point[0] - from[0]) * dx + (point[1] - from[1]) * dy) / (dx * dx + dy * dy)
  const t = Math.min(1, Math.max(0, along))
  return distance(point, [from[0] + dx * t, from[1] + dy * t])
}
