import { box, fill, round, stroke, type Sheet } from './pen'

/** Entries, amounts, and the one that somebody asked about. */
export function ledger({ w, h, random }: Sheet): string {
  const wide = w > h
  const rows = Math.round(h / 50)
  const row = h / rows
  const margin = row * 1.2
  const right = w - margin
  const columns = (wide ? [0.58, 0.79, 1] : [1]).map((share) => margin + (right - margin) * share)
  const text = margin + row * 1.1
  const textEnd = (columns[0] ?? right) - row * (wide ? 3 : 2.6)
  const last = columns.length - 1
  const asked = Math.round(rows * (0.25 + random() * 0.3))
  const total = rows - 2

  const rules: string[] = []
  const words: string[] = []
  const amounts: string[] = []
  const sums: string[] = []
  let question = { x: right, y: 0, width: 0 }
  for (let i = 0; i < rows; i++) {
    const y = (i + 0.5) * row
    if (i !== total) rules.push(`M${round(margin)} ${round(y + row / 2)}H${round(right)}`)
    if (i !== total)
      words.push(dashes(margin, y, [row * 0.4]), dashes(text, y, phrase(textEnd - text, row, random)))
    columns.forEach((x, column) => {
      const isAsked = i === asked && column === last
      const isBeside = column === last && Math.abs(i - asked) === 1
      const chance = random()
      if (i !== total && !isAsked && (isBeside || chance < (column === last ? 0.2 : 0.5))) return
      const count = i === total ? 7 + column - last : isAsked ? 6 : 2 + Math.floor(random() * 4)
      const { d, width } = figure(x, y, count, row)
      if (isAsked) question = { x: x - width / 2, y, width }
      else (i === total ? sums : amounts).push(d)
    })
  }
  const sum = (total + 0.5) * row
  const [rx, ry] = [question.width / 2 + row * 0.75, row * 0.78]
  const turn = columns.length > 1 ? ((columns[last - 1] ?? 0) + question.x - rx) / 2 : question.x - rx - row
  return [
    stroke(rules.join(''), { width: 1.1, opacity: 0.45 }),
    fill(box(margin - row * 0.4, sum - row / 2, right - margin + row * 0.8, row)),
    fill(sums.join('') + box(margin, sum - row * 0.07, row * 2.2, row * 0.14), 'paper'),
    stroke(words.join(''), { width: row * 0.14 }),
    fill(amounts.join('')),
    fill(figure(right, question.y, 6, row).d, 'accent'),
    stroke(
      `M${round(question.x - rx)} ${round(question.y)}a${round(rx)} ${round(ry)} 0 1 1 0 .1z` +
        `M${round(question.x - rx)} ${round(question.y)}H${round(turn)}V${round(sum - row / 2)}`,
      { width: 4, paint: 'accent' },
    ),
  ].join('')
}

function phrase(room: number, row: number, random: () => number): number[] {
  const words: number[] = []
  const fullness = 0.35 + random() * 0.65
  for (let used = 0; ;) {
    const length = row * (0.35 + random() * 1.5)
    used += length + row * 0.22
    if (used > room * fullness) return words
    words.push(length)
  }
}

function dashes(x: number, y: number, lengths: readonly number[]): string {
  let from = x
  let d = ''
  for (const length of lengths) {
    d += `M${round(from)} ${round(y)}h${round(length)}`
    from += length + 11
  }
  return d
}

/** An amount as blocks, set from the right and grouped in threes. */
function figure(right: number, y: number, count: number, row: number): { d: string; width: number } {
  const [digit, gap] = [row * 0.2, row * 0.1]
  let x = right + gap
  let d = ''
  for (let i = 0; i < count; i++) {
    x -= digit + gap + (i > 0 && i % 3 === 0 ? gap * 1.8 : 0)
    d += box(x, y - row * 0.24, digit, row * 0.48)
  }
  return { d, width: right - x }
}
