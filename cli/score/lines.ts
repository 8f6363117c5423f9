import type { Check, Evidence, Score } from '@/domain/score/check'
import { PARTS } from '@/domain/score/check'
import { inContext } from '@/domain/score/context'
import type { Subject } from '@/domain/score/subject'
import { checkName, FIELD_NAMES, inPoints, PART_NAMES } from '@/domain/score/words'

const SHOWN = 5
const INDENT = '      '

/** A score as people read it on a terminal: the parts, and under each what it lost points for. */
export function linesOf(score: Score, subject: Subject, width: number): string[] {
  const scored = subject.title.trim() === '' ? '' : `  ${subject.title}`
  return [
    `${score.total} / 100${scored}`,
    ...PARTS.flatMap((part) => {
      const points = score[part]
      const lost = score.checks.filter((check) => check.part === part && check.points < check.of)
      return [
        '',
        `${PART_NAMES[part].padEnd(16)}${points === null ? 'not scored' : `${points} / 100`}`,
        ...lost
          .toSorted((a, b) => a.points - a.of - (b.points - b.of))
          .flatMap((check) => checkLines(check, subject, width)),
      ]
    }),
    '',
    `Rules of version ${score.rulesVersion}; docs/score.md says what they ask.`,
  ]
}

function checkLines({ id, points, of, evidence }: Check, subject: Subject, width: number): string[] {
  const more = evidence.length - SHOWN
  return [
    `  ${`−${inPoints(of - points)}`.padStart(5)}  ${checkName(id)}`,
    ...evidence.slice(0, SHOWN).flatMap((one) => evidenceLines(one, subject, width)),
    ...(more > 0 ? [`${INDENT}   and ${more} more`] : []),
  ]
}

function evidenceLines(evidence: Evidence, { blocks }: Subject, width: number): string[] {
  const { before, quote, after } = inContext(evidence, blocks)
  const place =
    evidence.where.field === 'body'
      ? `paragraph ${evidence.where.block + 1}`
      : FIELD_NAMES[evidence.where.field].toLowerCase()
  const room = Math.max(40, width) - INDENT.length - 6
  const shown = quote && (quote.length > room ? `${quote.slice(0, room)}…` : `${before}»${quote}«${after}`)
  return [
    ...wrapped(`${place}: ${evidence.why} ${evidence.mend}`, room).map(
      (line, i) => `${INDENT}${i === 0 ? ' · ' : '   '}${line}`,
    ),
    ...(shown ? wrapped(shown.replace(/\s+/g, ' '), room).map((line) => `${INDENT}     ${line}`) : []),
  ]
}

function wrapped(text: string, width: number): string[] {
  const lines: string[] = []
  for (const word of text.split(' ')) {
    const last = lines.at(-1)
    if (last !== undefined && last.length + 1 + word.length <= width)
      lines[lines.length - 1] = `${last} ${word}`
    else lines.push(word)
  }
  return lines
}
