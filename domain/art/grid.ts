import { box, fill, stroke, type Sheet } from './pen'

const LEVELS = [0, 0.16, 0.3, 0.46, 0.64, 0.84]

/** A halftone in square dots: a tide of small values, and the one that stands out. */
export function grid({ w, h, random }: Sheet): string {
  const columns = Math.max(14, Math.round(w / 50))
  const cell = w / columns
  const rows = Math.ceil(h / cell)
  const [a, b, c] = [random() * 6.3, random() * 6.3, 0.6 + random() * 0.5]
  const span = columns > 16 ? 3 : 2
  const left = Math.round(columns * (0.16 + random() * 0.16))
  const top = Math.round(rows * (0.16 + random() * 0.44))
  const ink: string[] = []
  const crosses: string[] = []
  for (let y = 0; y < rows; y++)
    for (let x = 0; x < columns; x++) {
      if (x >= left && x < left + span && y >= top && y < top + span) continue
      const [u, v] = [x / columns, y / rows]
      const tide = u * 0.86 + 0.2 * Math.sin(v * 4.4 * c + a) + 0.12 * Math.sin(u * 9 + v * 5 + b)
      const value = tide + (random() - 0.5) * 0.36
      const level = Math.max(0, Math.min(LEVELS.length - 1, Math.round(value * LEVELS.length)))
      const side = (LEVELS[level] ?? 0) * cell
      if (level === 0)
        crosses.push(`M${Math.round((x + 0.5) * cell) - 3} ${Math.round((y + 0.5) * cell)}h6m-3-3v6`)
      else ink.push(box((x + 0.5) * cell - side / 2, (y + 0.5) * cell - side / 2, side, side))
    }
  const inset = cell * 0.08
  const value = box(left * cell + inset, top * cell + inset, span * cell - inset * 2, span * cell - inset * 2)
  return stroke(crosses.join(''), { width: 1, opacity: 0.5 }) + fill(ink.join('')) + fill(value, 'accent')
}
