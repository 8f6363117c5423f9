import { round, stroke, type Sheet } from './pen'

type Side = 'n' | 'e' | 's' | 'w'

// A tile joins its four sides in two pairs by quarter circles, in one of two ways.
const JOINS: Record<Side, Side>[] = [
  { n: 'e', e: 'n', s: 'w', w: 's' },
  { n: 'w', w: 'n', s: 'e', e: 's' },
]
const OPPOSITE: Record<Side, Side> = { n: 's', s: 'n', e: 'w', w: 'e' }
const TOWARDS: Record<Side, readonly [number, number]> = { n: [0, -1], s: [0, 1], e: [1, 0], w: [-1, 0] }

/** Turns left to chance, and the longest way that came of them. */
export function tiles({ w, h, random }: Sheet): string {
  const columns = Math.max(5, Math.round(w / 110))
  const size = w / columns
  const rows = Math.ceil(h / size)
  const turns = Array.from({ length: rows }, () =>
    Array.from({ length: columns }, () => (random() < 0.5 ? 0 : 1)),
  )
  const half = size / 2
  const end = round(size)
  const arcs = [0.3, 0.5, 0.7].map((k) => {
    const r = round(size * k)
    const far = round(size - size * k)
    // Every line reaches half a unit into the next tile, so that no seam shows.
    return [
      `M${far}-.5V0A${r} ${r} 0 0 0 ${end} ${r}h.5M-.5 ${far}H0A${r} ${r} 0 0 1 ${r} ${end}v.5`,
      `M${r}-.5V0A${r} ${r} 0 0 1 0 ${r}h-.5M${far} ${end + 0.5}v-.5A${r} ${r} 0 0 1 ${end} ${far}h.5`,
    ]
  })
  const tile = (turn: 0 | 1) =>
    `<g id="t${turn}">${stroke(arcs.map((pair) => pair[turn]).join(''), { width: size * 0.05 })}</g>`
  const laid = turns.flatMap((row, y) =>
    row.map((turn, x) => `<use href="#t${turn}" x="${round(x * size)}" y="${round(y * size)}"/>`),
  )
  const route = longestRoute(turns, columns, rows)
  const middle = (x: number, y: number, side: Side) =>
    `${round(x * size + half + TOWARDS[side][0] * half)} ${round(y * size + half + TOWARDS[side][1] * half)}`
  const d = route
    .map(({ x, y, from, to, sweep }, i) => {
      const start = i === 0 ? `M${middle(x, y, from)}` : ''
      return `${start}A${round(half)} ${round(half)} 0 0 ${sweep} ${middle(x, y, to)}`
    })
    .join('')
  return [
    `<defs>${tile(0)}${tile(1)}</defs>${laid.join('')}`,
    stroke(d, { width: size * 0.2, paint: 'accent' }),
  ].join('')
}

interface Leg {
  x: number
  y: number
  from: Side
  to: Side
  sweep: 0 | 1
}

function longestRoute(turns: readonly number[][], columns: number, rows: number): Leg[] {
  const starts: [number, number, Side][] = []
  for (let x = 0; x < columns; x++) starts.push([x, 0, 'n'], [x, rows - 1, 's'])
  for (let y = 0; y < rows; y++) starts.push([0, y, 'w'], [columns - 1, y, 'e'])
  return starts.map((start) => follow(turns, ...start)).reduce((a, b) => (b.length > a.length ? b : a), [])
}

function follow(turns: readonly number[][], x: number, y: number, from: Side): Leg[] {
  const legs: Leg[] = []
  for (let turn = turns[y]?.[x]; turn !== undefined; turn = turns[y]?.[x]) {
    const to = JOINS[turn]?.[from] ?? OPPOSITE[from]
    // Clockwise round the corner that the two sides share, or against it.
    const sweep = `${from}${to}`.match(/^(en|nw|ws|se)$/) ? 1 : 0
    legs.push({ x, y, from, to, sweep })
    x += TOWARDS[to][0]
    y += TOWARDS[to][1]
    from = OPPOSITE[to]
  }
  return legs
}
