import { dots, round, stroke, type Point, type Sheet } from './pen'

const LAYERS = 17
const STEP = 40

/** Layers laid down one after the other, and the fault that shows them. */
export function strata({ w, h, random }: Sheet): string {
  const slip = h * (0.11 + random() * 0.05)
  const faultX = w * (0.56 + random() * 0.12)
  const lean = h * 0.22
  const phases = [random(), random(), random()].map((v) => v * Math.PI * 2)
  const vein = 7 + Math.floor(random() * 3)

  const depth = (layer: number, x: number) => {
    const swell =
      Math.sin(x / 310 + (phases[0] ?? 0)) * h * 0.045 + Math.sin(x / 130 + (phases[1] ?? 0)) * h * 0.012
    const own = Math.sin(x / 190 + layer * 0.9 + (phases[2] ?? 0)) * h * 0.008
    return h * (-0.14 + layer * 0.075) + swell * (1 + layer * 0.05) + own
  }

  const beds = Array.from({ length: LAYERS }, (_, layer) =>
    bed((x) => depth(layer, x), w, layer, layer === vein, h, random()),
  )
  const cut = (side: 'l' | 'r') => {
    const edge = side === 'l' ? 0 : w
    return `<clipPath id="${side}"><path d="M${edge} 0H${round(faultX + lean / 2)}L${round(faultX - lean / 2)} ${h}H${edge}z"/></clipPath>`
  }
  const fault: Point[] = [
    [faultX + lean / 2, 0],
    [faultX - lean / 2, h],
  ]
  const onFault = (drop: number): Point => {
    const y = depth(vein, faultX) + drop
    const x = faultX - ((y - h / 2) / h) * lean
    return [x, depth(vein, x) + drop]
  }
  return [
    `<defs>${cut('l')}${cut('r')}<g id="s">${beds.join('')}</g></defs>`,
    `<g clip-path="url(#l)"><use href="#s"/></g>`,
    `<g clip-path="url(#r)"><use href="#s" y="${round(slip)}"/></g>`,
    stroke(`M${fault.map(([x, y]) => `${round(x)} ${round(y)}`).join('L')}`, { width: 2.2 }),
    dots([onFault(0), onFault(slip)], 12, 'accent'),
  ].join('')
}

function bed(
  depth: (x: number) => number,
  w: number,
  layer: number,
  vein: boolean,
  h: number,
  chance: number,
): string {
  const d = spline(depth, w)
  const edge = stroke(d, { width: vein ? 9 : 1.3, paint: vein ? 'accent' : 'ink' })
  if (vein) return edge
  // A wide dashed stroke is a bed of hatching in one path.
  const thick = h * 0.03
  const body = spline((x) => depth(x) + h * 0.0375, w)
  if (chance < 0.26) return edge + stroke(body, { width: thick, dash: '1.6 7', opacity: 0.85 })
  if (chance < 0.42) return edge + stroke(body, { width: thick, dash: '9 3.4' })
  if (chance < 0.6) return edge + stroke(body, { width: 2.6, dash: '0 9', caps: 'round' })
  if (chance < 0.72 && layer > 2) return edge + stroke(body, { width: thick })
  return edge
}

/** A quadratic spline in `t` steps: whole control points make every midpoint exact, so nothing drifts. */
function spline(depth: (x: number) => number, w: number): string {
  const ys: number[] = []
  for (let x = -STEP; x <= w + 2 * STEP; x += STEP) ys.push(Math.round(depth(x)))
  const middle = (i: number) => ((ys[i] ?? 0) + (ys[i + 1] ?? 0)) / 2
  let d = `M${-STEP / 2} ${middle(0)}Q0 ${ys[1]} ${STEP / 2} ${middle(1)}`
  for (let i = 2; i < ys.length - 1; i++) d += `t${STEP} ${middle(i) - middle(i - 1)}`
  return d
}
