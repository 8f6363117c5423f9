const WIDTH = 30
const REDRAW_MS = 100

export type Progress = { add: (done: number) => void; end: () => void }

/** A bar on standard error where that is a terminal; nothing where it is not. */
export function startProgress(label: string, total: number): Progress {
  const terminal = process.stderr
  if (!terminal.isTTY || total === 0) return { add: () => {}, end: () => {} }
  let reached = 0
  let drawnAt = 0
  const draw = () => {
    const share = Math.min(1, reached / total)
    const bar = '█'.repeat(Math.round(share * WIDTH)).padEnd(WIDTH, '░')
    terminal.write(
      `\r${label.padEnd(9)} ${bar} ${String(Math.floor(share * 100)).padStart(3)} %  ${reached}/${total}`,
    )
    drawnAt = performance.now()
  }
  draw()
  return {
    add(done) {
      reached += done
      if (performance.now() - drawnAt > REDRAW_MS) draw()
    },
    end() {
      draw()
      terminal.write('\n')
    },
  }
}

/** Standard output carries the result alone: lines for people, or one JSON value for programs. */
export function print(result: unknown, lines: string[], { json }: { json?: boolean }): void {
  process.stdout.write(
    json ? `${JSON.stringify(result, null, 2)}\n` : lines.map((line) => `${line}\n`).join(''),
  )
}
