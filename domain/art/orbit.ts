import { dots, round, stroke, type Point, type Sheet } from './pen'

const ORBITS = 17
const BOLD = [3, 6, 10]

/** Bodies that keep each other in place. */
export function orbit({ w, h, random }: Sheet): string {
  const centre: Point = [w * (0.36 + random() * 0.1), h * (0.5 + random() * 0.06)]
  const unit = Math.sqrt(w * h) / 13
  const tilt = -26 + random() * 8
  const path = (k: number) => ({ rx: k * unit, ry: k * unit * 0.55, turn: tilt + k * 2.4 })
  const on = (k: number, angle: number): Point => {
    const { rx, ry, turn } = path(k)
    const t = (turn * Math.PI) / 180
    const [x, y] = [Math.cos(angle) * rx, Math.sin(angle) * ry]
    return [centre[0] + x * Math.cos(t) - y * Math.sin(t), centre[1] + x * Math.sin(t) + y * Math.cos(t)]
  }
  const arc = (k: number, from: number, to: number) => {
    const { rx, ry, turn } = path(k)
    const [a, b] = [on(k, from), on(k, to)]
    const large = to - from > Math.PI ? 1 : 0
    return `M${round(a[0])} ${round(a[1])}A${round(rx)} ${round(ry)} ${round(turn)} ${large} 1 ${round(b[0])} ${round(b[1])}`
  }
  // In thirds: rounding the ends of a half would move its centre.
  const whole = (k: number) =>
    [0, 2.1, 4.2].map((from) => arc(k, from, from === 4.2 ? Math.PI * 2 : from + 2.1)).join('')
  const orbits = Array.from({ length: ORBITS }, (_, i) => i + 1)

  const bodies: Point[][] = [[], [], []]
  const trails: string[] = []
  for (const k of orbits.slice(1).filter((k) => !BOLD.includes(k))) {
    const start = random() * Math.PI * 2
    for (let i = 0; i < 1 + k / 4; i++)
      bodies[Math.floor(random() ** 1.6 * 3)]?.push(on(k, start + i * (0.5 + random() * 1.6)))
    if (random() < 0.45) trails.push(arc(k, start - 0.5 - random() * 0.6, start))
  }
  const bold = BOLD.map((k) => ({ k, end: Math.PI * (0.15 + random() * 1.5) }))
  return [
    stroke(
      orbits
        .filter((k) => k % 3 !== 1)
        .map(whole)
        .join(''),
      { width: 1.3, opacity: 0.6 },
    ),
    stroke(
      orbits
        .filter((k) => k % 3 === 1)
        .map(whole)
        .join(''),
      { width: 1.5, dash: '1.5 6' },
    ),
    stroke(trails.join(''), { width: 2.6 }),
    dots([centre], unit * 0.42),
    dots(bodies[0] ?? [], 3.2),
    dots(bodies[1] ?? [], 5.6),
    dots(bodies[2] ?? [], 9),
    stroke(bold.map(({ k, end }) => arc(k, end - 0.9, end)).join(''), { width: 3.2, paint: 'accent' }),
    ...bold.map(({ k, end }, i) => dots([on(k, end)], [13, 19, 15][i] ?? 15, 'accent')),
  ].join('')
}
