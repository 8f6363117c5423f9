import { Button, Switch } from '@mantine/core'
import { type ReactNode, useState } from 'react'
import type { WaiverView } from '@/db/waivers'
import type { JudgedCheck } from '@/domain/score/judgement'
import type { Block } from '@/domain/score/reading'
import { checkName, inPoints } from '@/domain/score/words'
import { Section } from '../section'
import { Figures } from './figures'
import { Keys } from './keys'
import type { Problem } from './listing'
import styles from './score.module.css'
import type { Problems } from './use-problems'
import type { Scoring } from './use-score'
import { Waivers } from './waivers'
import { Words } from './words'

type Props = {
  id: string
  scoring: Scoring
  problems: Problems
  clock: { now: Date; ownZone: string }
  onEndWaiver: (waiver: WaiverView) => void
}

/** The score of what is typed, with all that it rests on; every place is one click away. */
export function ScorePanel({ id, scoring, problems, clock, onEndWaiver }: Props) {
  const { judged, failure, delay, isPending, again } = scoring
  const open = (check: JudgedCheck) =>
    scoring.problems.filter((each) => each.check === check.id && each.waiver === null)
  const checks = judged?.checks ?? []
  const lacking = checks.filter((check) => open(check).length > 0)
  const stopping = lacking.filter(({ stops }) => stops !== null)
  const flawed = lacking.filter(({ stops, part }) => stops === null && part === 'integrity')
  const advised = lacking
    .filter(({ stops, part }) => stops === null && part !== 'integrity')
    .toSorted((a, b) => b.of - b.points - (a.of - a.points))
  const fine = checks.filter((check) => open(check).length === 0)
  const list = (some: JudgedCheck[]) =>
    some.map((check) => (
      <CheckRow
        key={check.id}
        check={check}
        found={open(check)}
        problems={problems}
        blocks={scoring.blocks}
      />
    ))
  return (
    <div id={id} tabIndex={-1} className={styles.panel}>
      <Section title="Score">
        {judged && <Figures judged={judged} isPending={isPending} />}
        <p className={styles.said} role="status">
          {failure ?? delay ?? (judged ? '' : 'Reading the text …')}
        </p>
        {failure && (
          <Button variant="default" size="xs" onClick={again}>
            Try again
          </Button>
        )}
        {stopping.length > 0 && (
          <Group title="Stops publication" tone="stops" count={countIn(stopping, open)}>
            {list(stopping)}
          </Group>
        )}
        {flawed.length > 0 && (
          <Group title="To mend" tone="flaw" count={countIn(flawed, open)}>
            {list(flawed)}
          </Group>
        )}
        {judged && stopping.length + flawed.length === 0 && (
          <p className={styles.clear}>Nothing in the text is known to be wrong.</p>
        )}
        {advised.length > 0 && (
          <details className={styles.group}>
            <summary>
              Advice <span className={styles.count}>{advised.length}</span>
            </summary>
            {list(advised)}
            <Switch
              mt="sm"
              size="xs"
              label="Mark advice in the text as well"
              checked={problems.withAdvice}
              onChange={(event) => problems.setWithAdvice(event.currentTarget.checked)}
            />
          </details>
        )}
        {judged && (
          <Waivers waivers={judged.waivers} mayWaive={judged.mayWaive} clock={clock} onEnd={onEndWaiver} />
        )}
        {fine.length > 0 && (
          <details className={styles.group}>
            <summary>
              In order <span className={styles.count}>{fine.length}</span>
            </summary>
            <ul className={styles.fine}>
              {fine.map((check) => (
                <li key={check.id}>
                  {checkName(check.id)}{' '}
                  <span className={styles.count}>
                    {inPoints(check.points)} of {inPoints(check.of)}
                  </span>
                </li>
              ))}
            </ul>
          </details>
        )}
        <Keys />
      </Section>
    </div>
  )
}

const countIn = (checks: JudgedCheck[], open: (check: JudgedCheck) => Problem[]) =>
  checks.reduce((sum, check) => sum + open(check).length, 0)

type GroupProps = { title: string; tone: 'stops' | 'flaw'; count: number; children: ReactNode }

function Group({ title, tone, count, children }: GroupProps) {
  return (
    <div className={styles.group} data-tone={tone}>
      <h3>
        {title} <span className={styles.count}>{count}</span>
      </h3>
      {children}
    </div>
  )
}

const FIRST = 3

type RowProps = { check: JudgedCheck; found: Problem[]; problems: Problems; blocks: Block[] }

function CheckRow({ check, found, problems, blocks }: RowProps) {
  const [isWhole, setWhole] = useState(false)
  const shown = isWhole ? found : found.slice(0, FIRST)
  return (
    <div className={styles.check}>
      <p className={styles.name}>
        <span>{checkName(check.id)}</span>
        <span className={styles.count}>
          {inPoints(check.points)} of {inPoints(check.of)}
        </span>
      </p>
      <ul className={styles.found}>
        {shown.map((problem, i) => (
          <Row
            key={problem.id}
            problem={problem}
            blocks={blocks}
            isSaid={problem.why === shown[i - 1]?.why}
            isCurrent={problems.current?.id === problem.id}
            onShow={problems.show}
          />
        ))}
      </ul>
      {found.length > FIRST && (
        <button type="button" className={styles.more} onClick={() => setWhole(!isWhole)}>
          {isWhole ? 'Fewer' : `${found.length - FIRST} more`}
        </button>
      )}
    </div>
  )
}

type FoundProps = {
  problem: Problem
  blocks: Block[]
  isSaid: boolean
  isCurrent: boolean
  onShow: (problem: Problem) => void
}

/** One place; what is wrong there is said once for several in a row. */
function Row({ problem, blocks, isSaid, isCurrent, onShow }: FoundProps) {
  const { where, why, mend } = problem
  const words = <Words problem={problem} blocks={blocks} />
  const hasPlace = where.field !== 'site' && where.field !== 'language'
  return (
    <li data-current={isCurrent || undefined}>
      {hasPlace ? (
        <button type="button" className={styles.place} onClick={() => onShow(problem)}>
          {words}
        </button>
      ) : (
        words
      )}
      {!isSaid && (
        <p className={styles.mend}>
          {why} {mend}
        </p>
      )}
    </li>
  )
}
