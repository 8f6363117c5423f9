import { at, dots, fill, ring, round, stroke, type Paint, type Point, type Sheet } from './pen'

const WORDS = ['page', 'open', 'bond', 'good', 'done', 'pace', 'gone'] as const

// Skeletons on an x-height of 10 with the baseline at 0, to be drawn 3 wide. Every round is one circle.
const BOWL = 'M1.5-5A3.5 3.5 0 1 1 8.5-5A3.5 3.5 0 1 1 1.5-5'
const BONES: Record<string, string> = {
  a: `${BOWL}M8.5-10V0`,
  b: `${BOWL}M1.5-15V0`,
  c: 'M7.47-7.47A3.5 3.5 0 1 0 7.47-2.53',
  d: `${BOWL}M8.5-15V0`,
  e: 'M8.5-5A3.5 3.5 0 1 0 7.47-2.53',
  g: `${BOWL}M8.5-10V1.5A3.5 3.5 0 0 1 5 5H2`,
  n: 'M1.5-10V0M1.5-5A3.5 3.5 0 0 1 8.5-5V0',
  o: BOWL,
  p: `${BOWL}M1.5-10V5.5`,
}
const BARS: Record<string, string> = { e: 'M2.5-5H10' }
const ADVANCE = 11.2
const CLOSED = 'abdgop'

/** A word on the drawing board: letters, their skeletons and the circle that they share. */
export function glyph({ w, h, random }: Sheet): string {
  const word = WORDS[Math.floor(random() * WORDS.length)] ?? WORDS[0]
  const unit = round(h * (0.048 + random() * 0.006))
  const origin: Point = [unit * 1.4, h * (word.match(/[pg]/) ? 0.66 : 0.78)]
  const letters = [...word].slice(0, Math.ceil(w / (unit * ADVANCE)))
  const spot = letters.findLastIndex((letter, i) => CLOSED.includes(letter) && (i + 0.9) * ADVANCE * unit < w)
  const centre = (i: number): Point => [origin[0] + (i * ADVANCE + 5) * unit, origin[1] - 5 * unit]

  const rule = (y: number) => `M0 ${round(origin[1] + y * unit)}H${round(w)}`
  const stems = letters.flatMap((_, i) => [1.5, 8.5].map((x) => origin[0] + (i * ADVANCE + x) * unit))
  const set = (bone: number, bar: number, paint: Paint) =>
    letters
      .map((letter, i) => {
        const bones =
          stroke(BONES[letter] ?? '', { width: bone, paint }) +
          stroke(BARS[letter] ?? '', { width: bar, paint })
        return `<g transform="translate(${at([origin[0] + i * ADVANCE * unit, origin[1]])})scale(${unit})">${bones}</g>`
      })
      .join('')
  return [
    stroke([0, -10].map(rule).join(''), { width: 1.4 }),
    stroke([-15, 7].map(rule).join(''), { width: 1.4, dash: '1.4 7' }),
    stroke(stems.map((x) => `M${round(x)} 0V${round(h)}`).join(''), { width: 1, opacity: 0.4 }),
    stroke(letters.map((_, i) => ring(centre(i), unit * 6.4)).join(''), { width: 1.2, dash: '1.4 7' }),
    set(3, 1.6, 'ink'),
    set(0.1, 0.1, 'paper'),
    dots(
      letters.map((_, i) => centre(i)),
      4,
    ),
    spot < 0 ? '' : fill(ring(centre(spot), unit * 2.04), 'accent'),
  ].join('')
}
