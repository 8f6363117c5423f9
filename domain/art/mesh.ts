import { distance, dots, line, stroke, type Point, type Sheet } from './pen'

/** A network without a middle, and one way through it. */
export function mesh({ w, h, random }: Sheet): string {
  const nodes = scatter(w, h, random)
  const neighbours = nodes.map(() => [] as number[])
  const edges: string[] = []
  nodes.forEach((a, i) =>
    nodes.forEach((b, j) => {
      if (j <= i || !areNeighbours(nodes, a, b)) return
      neighbours[i]?.push(j)
      neighbours[j]?.push(i)
      edges.push(line(a, b))
    }),
  )
  const nearest = (to: Point) =>
    nodes.reduce((best, a, i) => (distance(a, to) < distance(nodes[best] ?? a, to) ? i : best), 0)
  const steps = shortestWay(
    nodes,
    neighbours,
    nearest([0, h * (0.58 + random() * 0.2)]),
    nearest([w, h * (0.22 + random() * 0.25)]),
  )
  const way = steps.flatMap((i) => nodes.slice(i, i + 1))
  const ofDegree = (keep: (degree: number) => boolean) =>
    nodes.filter((_, i) => !steps.includes(i) && keep(neighbours[i]?.length ?? 0))
  return [
    stroke(edges.join(''), { width: 1.3, opacity: 0.6 }),
    dots(
      ofDegree((n) => n <= 1),
      3,
    ),
    dots(
      ofDegree((n) => n === 2),
      5,
    ),
    dots(
      ofDegree((n) => n === 3),
      8,
    ),
    dots(
      ofDegree((n) => n > 3),
      13,
    ),
    stroke(
      way
        .slice(1)
        .map((to, i) => line(way[i] ?? to, to))
        .join(''),
      { width: 4, paint: 'accent', caps: 'round' },
    ),
    dots(way, 9, 'accent'),
  ].join('')
}

/** Points that keep their distance, crowded on one side and airy on the other. */
function scatter(w: number, h: number, random: () => number): Point[] {
  const points: Point[] = []
  const unit = Math.sqrt(w * h)
  for (let tries = 0; tries < 3000 && points.length < 96; tries++) {
    const point: Point = [(random() * 1.1 - 0.05) * w, (random() * 1.1 - 0.05) * h]
    const room = unit * (0.055 + 0.075 * (point[0] / w) ** 1.5)
    if (points.every((other) => distance(point, other) > room)) points.push(point)
  }
  return points
}

/** The relative neighbourhood graph: an edge stands where no third point is closer to both ends. */
function areNeighbours(nodes: readonly Point[], a: Point, b: Point): boolean {
  const length = distance(a, b)
  return nodes.every((c) => c === a || c === b || Math.max(distance(a, c), distance(b, c)) >= length)
}

function shortestWay(
  nodes: readonly Point[],
  neighbours: readonly number[][],
  from: number,
  to: number,
): number[] {
  const length = new Map([[from, 0]])
  const cameFrom = new Map<number, number>()
  const open = [from]
  while (open.length > 0) {
    const lengthTo = (node: number) => length.get(node) ?? Infinity
    open.sort((a, b) => lengthTo(b) - lengthTo(a))
    const here = open.pop() ?? to
    const start = nodes[here]
    for (const next of neighbours[here] ?? []) {
      const end = nodes[next]
      const total = start && end ? lengthTo(here) + distance(start, end) : Infinity
      if (total >= lengthTo(next)) continue
      length.set(next, total)
      cameFrom.set(next, here)
      open.push(next)
    }
  }
  const way = [to]
  for (let step = cameFrom.get(to); step !== undefined; step = cameFrom.get(step)) way.unshift(step)
  return way
}
