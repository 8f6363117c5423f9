import layout from '@/components/ui/layout.module.css'
import type { Check, Evidence, Part } from '@/domain/score/check'
import { inContext } from '@/domain/score/context'
import type { Block } from '@/domain/score/reading'
import { checkName, FIELD_NAMES, inPoints, PART_NAMES, PART_QUESTIONS } from '@/domain/score/words'
import { Meter } from './meter'
import styles from './part.module.css'

// more of the same tells nobody more
const SHOWN = 8

type Props = { part: Part; points: number | null; checks: Check[]; blocks: Block[] }

/** One part of a score: what it asks, and what each of its checks found. */
export function PartOfScore({ part, points, checks, blocks }: Props) {
  const faulty = checks.filter(({ points, of }) => points < of)
  const whole = checks.filter((check) => !faulty.includes(check))
  return (
    <section className={`${layout.grid} ${styles.part}`} id={part} aria-labelledby={`${part}-title`}>
      <header className={styles.head}>
        <h2 className={styles.title} id={`${part}-title`}>
          {PART_NAMES[part]}
        </h2>
        <p className={styles.points}>{points === null ? 'Not scored' : `${points} / 100`}</p>
      </header>
      <div className={styles.body}>
        <p className={styles.question}>{PART_QUESTIONS[part]}</p>
        {points === null && <p>None of its rules applies here, so the other parts count for more.</p>}
        {faulty.length > 0 && <Checks checks={faulty} blocks={blocks} />}
        {whole.length > 0 && (
          <details className={styles.whole}>
            <summary>
              {faulty.length > 0
                ? `${inRules(whole.length)} found nothing wrong`
                : `None of its ${inRules(whole.length)} found anything wrong`}
            </summary>
            <Checks checks={whole} blocks={blocks} />
          </details>
        )}
      </div>
    </section>
  )
}

const inRules = (count: number) => (count === 1 ? '1 rule' : `${count} rules`)

function Checks({ checks, blocks }: Pick<Props, 'checks' | 'blocks'>) {
  return (
    <ul className={styles.checks}>
      {checks.map((check) => (
        <li key={check.id}>
          <CheckOfScore check={check} blocks={blocks} />
        </li>
      ))}
    </ul>
  )
}

function CheckOfScore({ check, blocks }: { check: Check; blocks: Block[] }) {
  const { id, points, of, evidence } = check
  const more = evidence.length - SHOWN
  return (
    <>
      <div className={styles.check}>
        <h3 className={styles.name}>{checkName(id)}</h3>
        <Meter points={(100 * points) / of} />
        <p className={styles.figures}>
          {inPoints(points)} of {inPoints(of)}
        </p>
      </div>
      {evidence.length > 0 && (
        <ul className={styles.evidence}>
          {evidence.slice(0, SHOWN).map((each, index) => (
            <li key={index}>
              <Found evidence={each} blocks={blocks} />
            </li>
          ))}
          {more > 0 && <li>And {more} more of the kind.</li>}
        </ul>
      )}
    </>
  )
}

function Found({ evidence, blocks }: { evidence: Evidence; blocks: Block[] }) {
  const { before, quote, after } = inContext(evidence, blocks)
  const { field } = evidence.where
  return (
    <p>
      {evidence.why}
      {quote && (
        <span className={styles.quote} dir="auto">
          {field !== 'body' && <span className={styles.field}>{FIELD_NAMES[field]}: </span>}
          {before}
          <mark>{quote}</mark>
          {after}
        </span>
      )}
    </p>
  )
}
